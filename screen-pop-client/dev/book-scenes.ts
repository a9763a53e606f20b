import type { Page } from 'playwright-core';
import type { FullCustomer } from '../src/customers/wire';
import type { Problem } from '../src/link/wire';
import {
  access,
  callBacks,
  cases,
  categories,
  company,
  entries,
  found,
  maryam,
  ownFields,
  segments,
  tags,
  teams,
  wholeCase,
} from './book';
import { duplicates, invalid, moved, shared, twin, unmatched } from './doubts';

/** How the server answers, by method and path; a problem is answered with its own status. */
export type Answers = Readonly<Record<string, unknown>>;

/** What the book says in every scene. */
export const book: Answers = {
  'GET /api/customers': { customers: found, next: 'more' },
  'GET /api/customers/17': maryam,
  'GET /api/customers/31': company,
  'GET /api/customers/17/timeline': { entries, next: 'older' },
  'GET /api/customers/31/timeline': { entries: [], next: null },
  'GET /api/customers/17/access': { access, next: null },
  'GET /api/segments': { segments },
  'GET /api/tags': { tags },
  'GET /api/customer-fields': { fields: ownFields },
  'GET /api/teams': teams,
  'GET /api/case-categories': categories,
  'GET /api/cases': { cases, next: null },
  'GET /api/cases/81': wholeCase,
  'GET /api/customers/20': twin,
  'GET /api/quality/duplicates': duplicates,
  'GET /api/quality/unmatched-callers': unmatched,
  'GET /api/quality/invalid-numbers': { found: invalid, next: null },
  'GET /api/quality/moved-numbers': { found: moved, next: null },
  'GET /api/quality/shared-numbers': { found: shared, next: null },
  'POST /api/customers/17/merge': { merge: 1, customer: maryam },
  'GET /api/call-backs': { callBacks, next: null },
  'GET /api/switchroom/directories': { directories: [] },
};

export interface BookScene {
  readonly name: string;
  readonly who: 'agent' | 'supervisor' | 'administrator';
  readonly path: string;
  readonly answers?: Answers;
  readonly act?: (page: Page) => Promise<void>;
}

const faulty: Problem = {
  title: 'Not valid',
  status: 422,
  detail: 'numbers[0].raw: Write at most 64 characters. And 2 more: see errors.',
  errors: [
    { field: 'numbers[0].raw', reason: 'too-long', detail: 'Write at most 64 characters.' },
    { field: 'mails[1]', reason: 'invalid', detail: 'Write an address as name@example.com.' },
    { field: 'sourceKey', reason: 'missing', detail: 'Write both source and sourceKey, or neither.' },
  ],
};
const stale: Problem = { title: 'Changed', status: 412, detail: 'Somebody changed it.' };

const theirs: FullCustomer = {
  ...maryam,
  version: 8,
  name: 'مریم جعفری‌نژاد',
  segment: 'partner',
  numbers: maryam.numbers.slice(0, 2),
};

const edit = async (page: Page) => {
  await page.getByTestId('customer-edit').click();
  await page.getByTestId('customer-form').waitFor();
};
const save = (page: Page) => page.keyboard.press('Control+Enter');
const name = (page: Page) => page.locator('[data-field=name] input');

export const bookScenes: readonly BookScene[] = [
  {
    name: 'customers',
    who: 'administrator',
    path: '/customers',
    act: async (page) => {
      await page.getByTestId('customer-row').first().waitFor();
      await page.getByTestId('customer-search').press('ArrowDown');
    },
  },
  {
    name: 'customers-none',
    who: 'agent',
    path: '/customers?q=xyz&segment=VIP',
    answers: { 'GET /api/customers': { customers: [], next: null } },
    act: (page) => page.getByRole('status').filter({ hasText: /./ }).first().waitFor(),
  },
  {
    name: 'customer',
    who: 'administrator',
    path: '/customers/17',
    act: async (page) => {
      await page.locator('[data-kind=call]').first().waitFor();
      await page.locator('.access summary').click();
    },
  },
  {
    name: 'customer-call-open',
    who: 'agent',
    path: '/customers/17',
    act: async (page) => {
      await page.locator('[data-kind=call] button').first().click();
      await page.getByTestId('call-details').waitFor();
    },
  },
  {
    name: 'customer-company',
    who: 'agent',
    path: '/customers/31',
    act: (page) => page.locator('.numbers a').first().waitFor(),
  },
  {
    name: 'customer-edit',
    who: 'supervisor',
    path: '/customers/17',
    act: async (page) => {
      await edit(page);
      await page.locator('[data-field=company] input').fill('پ');
      await page.locator('.picker-list li').first().waitFor();
    },
  },
  {
    name: 'customer-faults',
    who: 'agent',
    path: '/customers/17',
    answers: { 'PUT /api/customers/17': faulty },
    act: async (page) => {
      await edit(page);
      await name(page).fill('مریم جعفری');
      await save(page);
      await page.locator('.fault').first().waitFor();
    },
  },
  {
    name: 'customer-conflict',
    who: 'agent',
    path: '/customers/17',
    answers: { 'PUT /api/customers/17': stale },
    act: async (page) => {
      await edit(page);
      await page.route('**/api/customers/17', (route) =>
        route.request().method() === 'GET' ? route.fulfill({ json: theirs }) : route.fallback(),
      );
      await name(page).fill('Maryam Jafari');
      await save(page);
      await page.getByTestId('conflict').waitFor();
    },
  },
  {
    name: 'customer-note',
    who: 'agent',
    path: '/customers/17',
    act: async (page) => {
      await page.getByTestId('customer').waitFor();
      await page.keyboard.press('m');
      await page.locator('.small-form').waitFor();
    },
  },
  {
    name: 'customer-call-back',
    who: 'agent',
    path: '/customers/17',
    act: async (page) => {
      await page.getByTestId('customer').waitFor();
      await page.keyboard.press('b');
      await page.locator('.small-form').waitFor();
    },
  },
  {
    name: 'customer-case',
    who: 'agent',
    path: '/customers/17',
    act: async (page) => {
      await page.getByTestId('customer').waitFor();
      await page.keyboard.press('c');
      await page.locator('[data-field=category] option').nth(1).waitFor({ state: 'attached' });
      await page.locator('[data-field=category] select').selectOption('1');
    },
  },
  { name: 'customer-new', who: 'agent', path: '/customers/new?number=%2B989123456789' },
  {
    name: 'customer-forbidden',
    who: 'agent',
    path: '/customers/99',
    answers: {
      'GET /api/customers/99': { title: 'Not there', status: 404, detail: 'There is no customer 99.' },
    },
    act: (page) => page.locator('.refusal p').waitFor(),
  },
  {
    name: 'cases',
    who: 'agent',
    path: '/cases?view=team',
    act: (page) => page.getByTestId('case-row').first().waitFor(),
  },
  {
    name: 'case',
    who: 'agent',
    path: '/cases/81',
    act: async (page) => {
      await page.getByTestId('case').waitFor();
      await page.getByRole('button', { name: '+' }).click();
      await page.locator('.numbers li').first().waitFor();
    },
  },
  {
    name: 'case-clash',
    who: 'agent',
    path: '/cases/81',
    answers: { 'PATCH /api/cases/81': stale },
    act: async (page) => {
      await page.getByTestId('case').waitFor();
      await page.route('**/api/cases/81', (route) =>
        route.request().method() === 'GET'
          ? route.fulfill({
              json: {
                ...wholeCase,
                steps: [...wholeCase.steps, { ...wholeCase.steps[2], was: 'IN_WORK', became: 'WAITING' }],
              },
            })
          : route.fallback(),
      );
      await page.locator('.case-acts button').first().click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'call-backs',
    who: 'agent',
    path: '/cases?view=callBacks',
    act: (page) => page.getByTestId('call-back').first().waitFor(),
  },
  {
    name: 'quality-duplicates',
    who: 'supervisor',
    path: '/quality',
    act: (page) => page.getByTestId('duplicate').first().waitFor(),
  },
  {
    name: 'quality-invalid',
    who: 'supervisor',
    path: '/quality?view=invalid',
    act: (page) => page.getByTestId('doubtful').first().waitFor(),
  },
  {
    name: 'quality-shared',
    who: 'supervisor',
    path: '/quality?view=shared',
    act: (page) => page.getByTestId('shared').first().waitFor(),
  },
  {
    name: 'quality-unmatched',
    who: 'supervisor',
    path: '/quality?view=unmatched',
    act: async (page) => {
      await page.getByTestId('unmatched').first().getByRole('button').click();
      await page.locator('.small-form').waitFor();
    },
  },
  {
    name: 'quality-merge',
    who: 'supervisor',
    path: '/quality/17/20',
    act: async (page) => {
      await page.getByTestId('merge').waitFor();
      await page.locator('input[name=merge-name]').nth(1).click();
    },
  },
  {
    name: 'quality-merged',
    who: 'supervisor',
    path: '/quality/17/20',
    act: async (page) => {
      await page.getByTestId('merge').locator('.primary').click();
      await page.getByTestId('merge-done').waitFor();
    },
  },
  {
    name: 'definitions',
    who: 'administrator',
    path: '/definitions',
    act: async (page) => {
      await page.locator('.definition').first().waitFor();
      await page.locator('.add-line').last().click();
      await page.locator('.small-form').waitFor();
    },
  },
];
