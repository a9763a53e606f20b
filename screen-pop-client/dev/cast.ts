import type {
  AgentOnFloor,
  AgentState,
  CallDetail,
  CallRow,
  Candidate,
  Customer,
  Leg,
  MatchQuality,
  Me,
  Pop,
  PopState,
  QueueOnFloor,
  Recording,
  RecordingTrouble,
} from '../src/link/wire';

/** The moment at which every scene is looked at: 13:45 in Tehran. */
export const NOW = Date.UTC(2026, 10, 24, 10, 15, 0);
export const ago = (minutes: number, seconds = 0): number => NOW - (minutes * 60 + seconds) * 1000;

export const sara: Me = {
  login: 'sara',
  name: 'Sara Ahmadi',
  roles: ['agent'],
  extension: '1001',
  demo: true,
};
export const nima: Me = {
  login: 'nima',
  name: 'نیما راد',
  roles: ['supervisor'],
  extension: null,
  demo: true,
};
export const admin: Me = {
  login: 'admin',
  name: 'Admin',
  roles: ['administrator'],
  extension: null,
  demo: true,
};

export const labels = {
  sales: { '': 'Sales', en: 'Sales', fa: 'فروش', ar: 'المبيعات', ru: 'Продажи' },
  vip: { '': 'VIP', en: 'VIP', fa: 'مشتریان ویژه', ar: 'كبار العملاء', ru: 'VIP' },
  '02188880000': { '': 'Sales line', en: 'Sales line', fa: 'خط فروش', ar: 'خط المبيعات', ru: 'Линия продаж' },
};

export function agent(
  login: string,
  name: string,
  extension: string | null,
  state: AgentState,
  since: number,
  reason: string | null = null,
): AgentOnFloor {
  return { login, name, extension, state, reason, since };
}

export const agents: readonly AgentOnFloor[] = [
  agent('sara', 'Sara Ahmadi', '1001', 'BUSY', ago(2, 14)),
  agent('omid', 'Omid Rezaei', '1002', 'READY', ago(11, 2)),
  agent('leila', 'Leila Karimi', '1003', 'NOT_READY', ago(26, 40), 'lunch'),
  agent('darya', 'Darya Sokolova', '1004', 'AFTER_CALL_WORK', ago(0, 4)),
  agent('reza', 'رضا کاظمی', null, 'LOGGED_OFF', ago(190)),
];

export const queues = (sales: number, vip: number): readonly QueueOnFloor[] => [
  { name: 'sales', label: 'Sales', waiting: sales },
  { name: 'vip', label: 'VIP', waiting: vip },
];

export const maryam: Customer = {
  id: 17,
  name: 'مریم جعفری',
  company: 'شرکت پارس الکترونیک',
  segment: 'VIP',
  language: 'fa',
  owner: 'leila',
  warning: 'Has a hearing problem: speak slowly. با او آهسته سخن بگویید.',
  lastContacts: [
    { at: ago(60 * 26), direction: 'INCOMING', outcome: 'ANSWERED', agent: 'omid' },
    { at: ago(60 * 24 * 6), direction: 'INCOMING', outcome: 'ABANDONED', agent: null },
    { at: ago(60 * 24 * 19), direction: 'OUTGOING', outcome: 'ANSWERED', agent: 'leila' },
  ],
  matters: {
    sayAs: 'Mar-YAM Ja-fa-RI',
    doNotCall: false,
    consents: [
      { about: 'MAIL', given: true },
      { about: 'RECORDING', given: false },
    ],
    tags: ['نمایشگاه ۱۴۰۵'],
    openCases: [
      { id: 81, title: 'دستگاه صدا می‌دهد', category: 'Repair', priority: 'HIGH', due: ago(95) },
      { id: 86, title: 'Invoice of October', category: 'Billing', priority: 'NORMAL', due: ago(-150) },
    ],
    moreCases: 0,
    callBacks: [{ id: 4, due: ago(-45), agent: 'leila', remark: 'price of the new model' }],
  },
};
const nothing: NonNullable<Customer['matters']> = {
  sayAs: null,
  doNotCall: false,
  consents: [],
  tags: [],
  openCases: [],
  moreCases: 0,
  callBacks: [],
};
export const anna: Customer = {
  id: 18,
  name: 'Anna Schmidt',
  company: 'Nordic Paper',
  segment: 'partner',
  language: 'en',
  owner: null,
  warning: null,
  lastContacts: [{ at: ago(60 * 24 * 2), direction: 'INCOMING', outcome: 'ANSWERED', agent: 'sara' }],
  matters: nothing,
};
export const ivan: Customer = {
  id: 19,
  name: 'Иван Кузнецов',
  company: 'ООО «Север»',
  segment: null,
  language: 'ru',
  owner: 'darya',
  warning: null,
  lastContacts: [],
  matters: {
    ...nothing,
    doNotCall: true,
    openCases: [{ id: 90, title: 'Доставка в среду', category: 'Delivery', priority: 'NORMAL', due: null }],
  },
};

export function candidate(customer: Customer, quality: MatchQuality, label: string): Candidate {
  return { customer, quality, label, origin: null };
}

export function found(...candidates: readonly Candidate[]): Pop['lookUp'] {
  return { type: 'found', e164: '+982112345678', display: '021 1234 5678', candidates };
}

export function pop(state: PopState, changes: Partial<Pop> = {}): Pop {
  return {
    call: 'pbx1/1732443262.17',
    state,
    direction: 'INCOMING',
    caller: { kind: 'NUMBER', number: '02112345678', name: 'M JAFARI' },
    lookUp: found(candidate(maryam, 'EXACT', 'mobile')),
    chosen: null,
    reach: {
      queue: 'sales',
      queueLabel: 'Sales',
      did: '02188880000',
      didLabel: 'Sales line',
      transferredBy: null,
    },
    notes: [],
    waitingSince: ago(0, 41),
    ringingSince: ago(0, 7),
    answeredAt: state === 'RINGING' ? null : ago(3, 12),
    endedAt: state === 'ENDED' ? ago(0, 9) : null,
    recording: state === 'TALKING' || state === 'HELD' ? 'RUNNING' : null,
    because: [
      {
        rule: 'pop.queue',
        facts: [
          { name: 'queue', value: 'sales' },
          { name: 'extension', value: '1001' },
        ],
      },
      {
        rule: 'match.one',
        facts: [
          { name: 'number', value: '+982112345678' },
          { name: 'quality', value: 'EXACT' },
        ],
      },
      {
        rule: 'route.did-queue',
        facts: [
          { name: 'did', value: '02188880000' },
          { name: 'queue', value: 'sales' },
        ],
      },
    ],
    ...changes,
  };
}

function row(call: string, startedAt: number, changes: Partial<CallRow> = {}): CallRow {
  return {
    call: `pbx1/${call}`,
    revision: 3,
    direction: 'INCOMING',
    caller: { kind: 'NUMBER', number: '02112345678', name: '' },
    display: '021 1234 5678',
    customer: { id: 17, name: 'مریم جعفری', company: 'شرکت پارس الکترونیک', segment: 'VIP' },
    did: '02188880000',
    didLabel: 'Sales line',
    queue: 'sales',
    queueLabel: 'Sales',
    agent: { login: 'sara', name: 'Sara Ahmadi' },
    startedAt,
    answeredAt: startedAt + 14_000,
    endedAt: startedAt + 201_000,
    waitMillis: 14_000,
    talkMillis: 187_000,
    outcome: 'ANSWERED',
    hungUpBy: 'caller',
    certainty: 'LIVE',
    partOf: null,
    ...changes,
  };
}

const nobody = { answeredAt: null, talkMillis: 0, agent: null } as const;

export const pastCalls: readonly CallRow[] = [
  row('90', ago(9)),
  row('89', ago(23), {
    customer: { id: 18, name: 'Anna Schmidt', company: 'Nordic Paper', segment: 'partner' },
    display: '+49 30 901820',
    talkMillis: 64_000,
  }),
  row('88', ago(41), {
    ...nobody,
    customer: null,
    display: '0912 345 6789',
    outcome: 'ABANDONED',
    waitMillis: 95_000,
  }),
  row('87', ago(66), {
    customer: null,
    caller: { kind: 'WITHHELD', number: '', name: '' },
    display: '',
    talkMillis: 31_000,
  }),
  row('86', ago(130), {
    direction: 'OUTGOING',
    queue: null,
    queueLabel: null,
    customer: { id: 19, name: 'Иван Кузнецов', company: 'ООО «Север»', segment: null },
    display: '+7 495 123-45-67',
    certainty: 'REPAIRED',
  }),
  row('85', ago(60 * 22), {
    direction: 'INTERNAL',
    queue: null,
    queueLabel: null,
    customer: null,
    caller: { kind: 'INTERNAL', number: '1002', name: 'Omid Rezaei' },
    display: '1002',
    talkMillis: 12_000,
  }),
  row('84', ago(60 * 23), {
    ...nobody,
    outcome: 'NOT_ANSWERED',
    waitMillis: 120_000,
    certainty: 'PARTLY_UNKNOWN',
  }),
  row('83', ago(60 * 50), { talkMillis: 3_723_000, endedAt: ago(60 * 50) + 3_737_000 }),
];

export const liveCalls: readonly CallRow[] = [
  row('91', ago(3, 26), { endedAt: null, outcome: 'LIVE', hungUpBy: null, answeredAt: ago(3, 12) }),
  row('92', ago(1, 22), {
    ...nobody,
    customer: null,
    display: '0912 345 6789',
    endedAt: null,
    outcome: 'LIVE',
    hungUpBy: null,
  }),
  row('93', ago(0, 19), {
    ...nobody,
    customer: { id: 18, name: 'Anna Schmidt', company: 'Nordic Paper', segment: 'partner' },
    display: '+49 30 901820',
    queue: 'vip',
    queueLabel: 'VIP',
    endedAt: null,
    outcome: 'LIVE',
    hungUpBy: null,
  }),
];

function leg(connection: string, changes: Partial<Leg>): Leg {
  return {
    connection,
    device: 'PJSIP/1001',
    number: '1001',
    agent: 'sara',
    queue: 'sales',
    startedAt: ago(9),
    ringingAt: ago(9) + 2_000,
    answeredAt: null,
    endedAt: ago(9) + 14_000,
    talkMillis: 0,
    heldMillis: 0,
    cause: 'ANSWERED_ELSEWHERE',
    q850: 26,
    ...changes,
  };
}

export const detail: CallDetail = {
  ...row('90', ago(9)),
  transfers: [
    { at: ago(9) + 90_000, kind: 'ATTENDED', by: 'omid', from: '1002', to: 'sara', number: '1001' },
  ],
  notes: [{ at: ago(9) + 80_000, by: 'omid', text: 'فاکتور مهر را می‌خواهد' }],
  legs: [
    leg('c1', {
      device: 'PJSIP/trunk',
      number: '02112345678',
      agent: null,
      queue: null,
      ringingAt: null,
      answeredAt: ago(9) + 300,
      endedAt: ago(9) + 201_000,
      talkMillis: 200_700,
      cause: 'NORMAL',
      q850: 16,
    }),
    leg('c2', {
      answeredAt: ago(9) + 14_000,
      endedAt: ago(9) + 201_000,
      talkMillis: 187_000,
      heldMillis: 22_000,
      cause: 'NORMAL',
      q850: 16,
    }),
    leg('c3', { device: 'PJSIP/1002', number: '1002', agent: 'omid' }),
  ],
  because: [
    {
      rule: 'route.owner-away',
      facts: [
        { name: 'owner', value: 'leila' },
        { name: 'state', value: 'NOT_READY' },
      ],
    },
    {
      rule: 'route.did-queue',
      facts: [
        { name: 'did', value: '02188880000' },
        { name: 'queue', value: 'sales' },
      ],
    },
    { rule: 'later.rule', facts: [{ name: 'colour', value: 'green' }] },
  ],
  recordings: [
    recording(1, {
      pauses: [{ from: ago(9) + 60_000, to: ago(9) + 92_000, by: 'sara' }],
      heard: [{ by: 'nima', at: ago(4) }],
    }),
    recording(2, { state: 'TRUNCATED', trouble: 'not-closed', lengthMillis: 41_000 }),
    recording(3, {
      connection: 'c2',
      state: 'MISSING',
      trouble: 'gone',
      lengthMillis: null,
      playable: false,
    }),
  ],
};

function recording(id: number, changes: Partial<Recording> = {}): Recording {
  return {
    id,
    call: 'pbx1/90',
    connection: 'c1',
    file: `1732443262.${id}.wav`,
    startedAt: ago(9),
    endedAt: ago(9) + 201_000,
    talkMillis: 187_000,
    pauses: [],
    state: 'THERE',
    trouble: null,
    bytes: 2_992_044,
    lengthMillis: 187_000,
    playable: true,
    heard: [],
    ...changes,
  };
}

export const toMend: RecordingTrouble = {
  looks: true,
  sweptAt: ago(60 * 8),
  counts: { THERE: 1204, MISSING: 1, TRUNCATED: 1, ORPHANED: 1 },
  rows: [
    recording(4, { state: 'TRUNCATED', trouble: 'not-closed', lengthMillis: 41_000, playable: false }),
    recording(5, { state: 'MISSING', trouble: 'gone', bytes: null, lengthMillis: null, playable: false }),
    recording(6, {
      state: 'ORPHANED',
      call: null,
      connection: null,
      startedAt: null,
      file: '2026/11/24/q-sales-1732440000.8.wav',
      playable: false,
    }),
  ],
};
