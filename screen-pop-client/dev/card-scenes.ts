import type { Because, Candidate, Pop } from '../src/link/wire';
import { cases, maryam as known } from './book';
import { ago, anna, candidate, found, ivan, maryam, pop } from './cast';
import { desk, type Scene } from './scene';

const several = found(
  candidate(anna, 'EXACT', 'office'),
  candidate(maryam, 'EXACT', 'mobile'),
  candidate(ivan, 'EXTENSION_OF_COMPANY', ''),
);
const unknown: Partial<Pop> = {
  lookUp: { type: 'notFound', e164: '+989123456789', display: '0912 345 6789' },
  caller: { kind: 'NUMBER', number: '09123456789', name: 'HAMID SHARIFI' },
  because: [because('match.none', { number: '0912 345 6789' })],
};
const outside: Candidate = {
  customer: {
    ...anna,
    id: -7,
    name: 'Dr. Leonie Brandt',
    company: 'Charité',
    segment: null,
    matters: null,
    lastContacts: [],
  },
  quality: 'EXACT',
  label: 'office',
  origin: { directory: 'staff', key: 'uid=brandt' },
};

function because(rule: string, facts: Readonly<Record<string, string>>): Because {
  return { rule, facts: Object.entries(facts).map(([name, value]) => ({ name, value })) };
}

/** The card as the book completes it, and what is done on it. */
export const cardScenes: readonly Scene[] = [
  desk('card-several', [pop('RINGING', { lookUp: several, because: [] })]),
  desk('card-learned', [
    pop('RINGING', {
      lookUp: several,
      chosen: anna.id,
      because: [
        because('match.several', { number: '021 1234 5678', candidates: '3' }),
        because('match.learned', {
          number: '021 1234 5678',
          customer: String(anna.id),
          times: '3',
          agent: 'omid',
        }),
      ],
    }),
  ]),
  desk('card-chosen', [
    pop('TALKING', {
      lookUp: several,
      chosen: maryam.id,
      because: [because('match.chosen', { agent: 'sara', customer: String(maryam.id) })],
    }),
  ]),
  desk('card-matters', [pop('TALKING')], {
    answers: {
      'GET /api/calls/pbx1/1732443262.17/cases': {
        cases: [{ ...cases[0], dueAt: new Date(ago(95)).toISOString() }],
        next: null,
      },
    },
  }),
  desk('card-do-not-call', [
    pop('TALKING', { lookUp: found(candidate(ivan, 'NATIONAL', '')), direction: 'OUTGOING' }),
  ]),
  desk('card-outside', [
    pop('RINGING', {
      lookUp: found(outside),
      because: [
        because('match.none', { number: '021 1234 5678' }),
        because('match.outside', { directory: 'staff', candidates: '1' }),
      ],
    }),
  ]),
  desk('card-unknown', [pop('RINGING', unknown)]),
  desk('card-create', [pop('RINGING', unknown)], {
    act: async (page) => {
      await page.keyboard.press('n');
      await page.locator('[data-field=name] input').waitFor();
    },
  }),
  desk(
    'card-create-refused',
    [pop('TALKING', { ...unknown, caller: { kind: 'NUMBER', number: '1', name: '' } })],
    {
      answers: {
        'POST /api/customers': {
          title: 'Not valid',
          status: 422,
          detail: 'name: Write this.',
          errors: [{ field: 'name', reason: 'missing', detail: 'Write the name.' }],
        },
      },
      act: async (page) => {
        await page.getByTestId('new-customer').click();
        await page.keyboard.press('Enter');
        await page.locator('.fault').waitFor();
      },
    },
  ),
  desk('card-attach', [pop('TALKING', unknown)], {
    act: async (page) => {
      await page.keyboard.press('f');
      await page.locator('.picker-list li').first().waitFor();
    },
  }),
  desk('card-taken-in', [pop('TALKING', unknown)], {
    answers: { 'POST /api/customers': { ...known, name: 'Hamid Sharifi' } },
    reply: null,
    act: async (page) => {
      await page.keyboard.press('n');
      await page.keyboard.press('Enter');
      await page.getByTestId('taken-in').filter({ hasText: /./ }).waitFor();
    },
  }),
  desk('card-new-case', [pop('TALKING')], {
    act: async (page) => {
      await page.keyboard.press('c');
      await page.locator('[data-field=title] input').waitFor();
    },
  }),
];
