import type { Past, Problem, Switchroom, Why } from '../src/link/wire';
import { bookScenes } from './book-scenes';
import {
  admin,
  agent,
  agents,
  ago,
  anna,
  candidate,
  detail,
  found,
  ivan,
  liveCalls,
  maryam,
  nima,
  pastCalls,
  pop,
  queues,
  sara,
  toMend,
} from './cast';
import { cardScenes } from './card-scenes';
import { otherDirectories } from './directories';
import { importScenes } from './import-scenes';
import { ledgerMissing } from './ledger';
import { desk, snapshot, up, type Scene } from './scene';

const seen: Past = {
  type: 'seen',
  at: ago(5),
  last: ago(5, 2),
  next: ago(4, 58),
  stopped: false,
  twice: false,
  floor: {
    link: up,
    agents,
    queues: queues(2, 1),
    calls: liveCalls,
    cards: [
      { agent: 'sara', pop: pop('TALKING') },
      {
        agent: 'omid',
        pop: pop('RINGING', { call: 'pbx1/2', lookUp: found(candidate(anna, 'NATIONAL', 'office')) }),
      },
    ],
  },
};

const noLookUp = { lookUp: null, because: [] };

const hostile = `<img src=x onerror="document.title='owned'">'; DROP TABLE customer; \u202Egnp.exe ${'a'.repeat(40)}`;

export const scenes: readonly Scene[] = [
  { name: 'login', me: null, path: '/', snapshot: null },
  {
    name: 'login-wrong',
    me: null,
    path: '/',
    snapshot: null,
    act: async (page) => {
      await page.fill('input[name=login]', 'sara');
      await page.fill('input[name=password]', 'wrong');
      await page.click('button[type=submit]');
      await page.locator('.wrong').filter({ hasText: /./ }).waitFor();
    },
  },
  desk('idle', []),
  desk('paused', [], { agents: [agent('sara', 'Sara Ahmadi', '1001', 'NOT_READY', ago(12, 5), 'lunch')] }),
  desk('ringing', [pop('RINGING')]),
  desk('ringing-several', [
    pop('RINGING', {
      lookUp: found(
        candidate(maryam, 'EXACT', 'mobile'),
        candidate(anna, 'EXACT', 'office'),
        candidate(ivan, 'SUFFIX', ''),
      ),
    }),
  ]),
  desk('ringing-withheld', [
    pop('RINGING', { ...noLookUp, caller: { kind: 'WITHHELD', number: '', name: '' } }),
  ]),
  desk('ringing-unavailable', [
    pop('RINGING', { ...noLookUp, caller: { kind: 'UNAVAILABLE', number: '', name: '' } }),
  ]),
  desk('ringing-unknown', [
    pop('RINGING', {
      lookUp: { type: 'notFound', e164: '+989123456789', display: '0912 345 6789' },
      caller: { kind: 'NUMBER', number: '09123456789', name: 'HAMID' },
    }),
  ]),
  desk('ringing-looking-up', [pop('RINGING', noLookUp)]),
  desk('ringing-book-away', [
    pop('RINGING', {
      lookUp: { type: 'unanswered', display: '021 1234 5678', reason: 'no answer within 150 ms' },
    }),
  ]),
  desk('ringing-colleague', [
    pop('RINGING', {
      ...noLookUp,
      direction: 'INTERNAL',
      caller: { kind: 'INTERNAL', number: '1002', name: 'Omid Rezaei' },
      reach: { queue: null, queueLabel: null, did: null, didLabel: null, transferredBy: null },
      because: [
        {
          rule: 'pop.colleague',
          facts: [
            { name: 'extension', value: '1001' },
            { name: 'from', value: '1002' },
          ],
        },
      ],
    }),
  ]),
  desk('ringing-transferred', [
    pop('RINGING', {
      reach: {
        queue: null,
        queueLabel: null,
        did: '02188880000',
        didLabel: 'Sales line',
        transferredBy: 'omid',
      },
      notes: [{ at: 1732443300000, by: 'omid', text: 'فاکتور مهر را می‌خواهد\nTwo boxes were missing.' }],
    }),
  ]),
  desk('ringing-hostile', [
    pop('RINGING', {
      lookUp: { type: 'notFound', e164: '+982155550199', display: '021 5555 0199' },
      caller: { kind: 'NUMBER', number: '02155550199', name: hostile },
    }),
  ]),
  desk('talking', [pop('TALKING')]),
  desk('talking-why', [pop('TALKING')], {
    act: async (page) => {
      await page.keyboard.press('w');
    },
  }),
  desk('talking-recording-paused', [pop('TALKING', { recording: 'PAUSED' })]),
  desk('held', [pop('HELD')]),
  desk('ended', [pop('ENDED')]),
  desk(
    'talking-and-ringing',
    [
      pop('TALKING'),
      pop('RINGING', { call: 'pbx1/2', lookUp: found(candidate(anna, 'NATIONAL', 'office')) }),
    ],
    {},
  ),
  desk('answered-elsewhere', [pop('RINGING')], {
    then: [
      {
        type: 'popWithdrawn',
        seq: 2,
        call: 'pbx1/1732443262.17',
        why: 'ANSWERED_ELSEWHERE',
        answeredBy: 'omid',
      },
    ],
  }),
  desk('refused', [pop('RINGING')], {
    reply: { rule: 'refuse.exchange', facts: [{ name: 'reason', value: 'Channel not found' }] },
    act: async (page) => {
      await page.keyboard.press('a');
      await page.locator('.refused').filter({ hasText: /./ }).waitFor();
    },
  }),
  desk('exchange-away', [pop('TALKING')], {
    link: [{ pbx: 'pbx1', up: false, reason: 'connection refused by 127.20.0.1:5038', since: ago(0, 20) }],
  }),
  desk('stale', [pop('TALKING')], { then: [{ type: 'resync', reason: 'outbox full' }] }),
  desk('keys', [pop('RINGING')], {
    act: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog').waitFor();
    },
  }),
  {
    name: 'floor',
    me: nima,
    path: '/floor',
    snapshot: snapshot(nima, { queues: queues(2, 1), calls: liveCalls }),
  },
  { name: 'floor-quiet', me: nima, path: '/floor', snapshot: snapshot(nima, {}) },
  {
    name: 'past',
    me: nima,
    path: '/past',
    snapshot: snapshot(nima, {}),
    past: seen,
    act: async (page) => {
      await page.getByTestId('past-floor').waitFor();
    },
  },
  {
    name: 'past-stopped',
    me: nima,
    path: '/past',
    snapshot: snapshot(nima, {}),
    past: { ...seen, stopped: true, next: ago(2), twice: true },
    act: async (page) => {
      await page.getByTestId('past-floor').waitFor();
    },
  },
  {
    name: 'past-not-kept',
    me: nima,
    path: '/past',
    snapshot: snapshot(nima, {}),
    past: { type: 'notKept', oldest: ago(60 * 24 * 9) },
    act: async (page) => {
      await page.getByTestId('past-said').waitFor();
    },
  },
  {
    name: 'past-damaged',
    me: admin,
    path: '/past',
    snapshot: snapshot(admin, {}),
    past: { type: 'damaged', until: ago(90), again: ago(12) },
    act: async (page) => {
      await page.getByTestId('past-said').waitFor();
    },
  },
  { name: 'history', me: nima, path: '/history', snapshot: snapshot(nima, { calls: liveCalls }) },
  {
    name: 'history-open',
    me: nima,
    path: '/history',
    snapshot: snapshot(nima, {}),
    act: async (page) => {
      await page.locator('[data-call="pbx1/90"] button').click();
      await page.getByTestId('call-details').waitFor();
      await page.getByTestId('why-button').click();
      await page.getByTestId('why-steps').waitFor();
    },
  },
  {
    name: 'check',
    me: admin,
    path: '/check',
    snapshot: snapshot(admin, {}),
    act: async (page) => {
      await page.locator('[data-call="pbx1/1732443262.17"] summary').click();
    },
  },
  { name: 'check-off', me: admin, path: '/check', snapshot: snapshot(admin, {}), ledger: ledgerMissing },
  {
    name: 'recordings-to-mend',
    me: admin,
    path: '/history',
    snapshot: snapshot(admin, {}),
    act: async (page) => {
      await page.getByTestId('recordings-to-mend').locator('summary').first().click();
    },
  },
  { name: 'switchroom', me: admin, path: '/switchroom', snapshot: snapshot(admin, {}) },
  {
    name: 'switchroom-down',
    me: admin,
    path: '/switchroom',
    snapshot: snapshot(admin, {
      link: [{ pbx: 'pbx1', up: false, reason: 'login refused: wrong user or secret', since: ago(4) }],
    }),
  },
  ...cardScenes,
  {
    name: 'switchroom-directories',
    me: admin,
    path: '/switchroom',
    snapshot: snapshot(admin, {}),
    answers: { 'GET /api/switchroom/directories': otherDirectories },
    act: (page) => page.getByTestId('directory').first().waitFor(),
  },
  ...[...bookScenes, ...importScenes].map(({ who, ...scene }): Scene => {
    const me = { agent: sara, supervisor: nima, administrator: admin }[who];
    return { ...scene, me, snapshot: snapshot(me, {}) };
  }),
];

export const refusal: Problem = { title: 'Not logged in', status: 401, detail: 'Log in first.' };

export const switchroomFacts: Switchroom = {
  link: up,
  conditions: [
    {
      kind: 'database-away',
      about: '',
      weight: 'DELAY',
      since: ago(12),
      until: null,
      happened: false,
      facts: [
        { name: 'reason', value: 'Socket fail to connect to host 127.0.0.1:3306. Connection refused' },
        { name: 'waiting', value: '41' },
      ],
      what: '',
      means: '',
      mend: '',
    },
    {
      kind: 'out-of-memory',
      about: '',
      weight: 'NOTICE',
      since: ago(50),
      until: null,
      happened: true,
      facts: [
        { name: 'at', value: '2026-11-24T08:00:00Z' },
        { name: 'calls', value: '3' },
      ],
      what: '',
      means: '',
      mend: '',
    },
  ],
  past: [],
  counters: [
    { name: 'repeated', help: 'messages with a header twice', value: 3 },
    { name: 'unknown_channel', help: 'events of a channel that was not introduced', value: 0 },
    { name: 'too_long', help: 'messages longer than any exchange writes', value: 0 },
    { name: 'anomaly', help: 'inputs that the state of a call did not allow', value: 12 },
    { name: 'open_desks', help: 'screens connected now', value: 14 },
  ],
  anomalies: [
    {
      at: ago(2),
      kind: 'ILLEGAL_TRANSITION',
      call: 'pbx1/17',
      detail: 'Held for a connection that is alerting',
    },
    { at: ago(60 * 30), kind: 'UNKNOWN_CALL', call: null, detail: 'Cleared for a call that was not there' },
  ],
  liveCalls: 3,
  eventAgeMillis: 1200,
};

export const story: Why = {
  call: 'pbx1/90',
  steps: [
    {
      at: ago(9),
      afterMillis: 0,
      kind: 'line',
      what: 'Newchannel',
      facts: [
        { name: 'Channel', value: 'PJSIP/trunk-00000021' },
        { name: 'CallerIDNum', value: '02112345678' },
      ],
    },
    {
      at: ago(9),
      afterMillis: 0.412,
      kind: 'event',
      what: 'CallStarted',
      facts: [{ name: 'call', value: 'pbx1/90' }],
    },
    {
      at: ago(9),
      afterMillis: 0.618,
      kind: 'transition',
      what: 'null → initiated',
      facts: [{ name: 'connection', value: 'c1' }],
    },
    {
      at: ago(9),
      afterMillis: 1.903,
      kind: 'decision',
      what: 'route.did-queue',
      facts: [{ name: 'queue', value: 'sales' }],
    },
    {
      at: ago(9),
      afterMillis: 204.11,
      kind: 'delivered',
      what: 'sara',
      facts: [{ name: 'screens', value: '2' }],
    },
    { at: ago(9), afterMillis: 14022.7, kind: 'anomaly', what: 'a late event', facts: [] },
  ],
};

export { detail, pastCalls, toMend };
