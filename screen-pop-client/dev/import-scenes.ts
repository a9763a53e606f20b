import type { Page, Route } from 'playwright-core';
import type { Problem } from '../src/link/wire';
import { arrivals, running } from './arrivals';
import type { BookScene } from './book-scenes';

const noKey: Problem = {
  title: 'Not valid',
  status: 422,
  detail: 'source: Say who gives the keys.',
  errors: [{ field: 'source', reason: 'missing', detail: 'Say who gives the keys, as crm.' }],
};
const oldFormat: Problem = { title: 'An old format', status: 415, detail: 'This is an XLS file.' };

const choose = (page: Page) =>
  page.getByTestId('import-file').setInputFiles({
    name: 'مشتریان.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.alloc(81_234),
  });

/** It gets on with every question. */
function goesOn(): (route: Route) => Promise<void> {
  let position = running.position;
  return async (route) => {
    position += 1200;
    await route.fulfill({
      json: { ...running, position, added: running.added + position - running.position },
    });
  };
}

const scene = (name: string, path: string, act: BookScene['act'], answers = {}): BookScene => ({
  name,
  who: 'administrator',
  path,
  answers: { ...arrivals, ...answers },
  ...(act === undefined ? {} : { act }),
});

export const importScenes: readonly BookScene[] = [
  scene('imports', '/imports', async (page) => {
    await page.getByTestId('import').first().waitFor();
    await page.locator('.import-delete button').first().click();
  }),
  scene(
    'imports-none',
    '/imports',
    async (page) => {
      await page.locator('.panel .faint').last().waitFor();
      await page.locator('#export-q').fill('پارس');
    },
    { 'GET /api/imports': { imports: [] } },
  ),
  scene('import-sending', '/imports', async (page) => {
    // Never answered: the file is on its way.
    await page.route('**/api/imports?name=*', () => undefined);
    await choose(page);
    await page.getByTestId('import-sending').waitFor();
  }),
  scene(
    'import-old-format',
    '/imports',
    async (page) => {
      await choose(page);
      await page.locator('.refusal p').waitFor();
    },
    { 'POST /api/imports': oldFormat },
  ),
  scene('import-mapping', '/imports/1', (page) => page.getByTestId('import-columns').waitFor()),
  scene(
    'import-workbook',
    '/imports/7',
    async (page) => {
      await page.getByTestId('import-field').first().selectOption('sourceKey');
      await page.locator('.fault').first().waitFor();
    },
    { 'PUT /api/imports/7/mapping': noKey },
  ),
  scene('import-cards', '/imports/8', (page) => page.getByTestId('import-columns').waitFor()),
  scene('import-tried', '/imports/2', (page) => page.getByTestId('import-refusal').first().waitFor()),
  scene('import-running', '/imports/3', async (page) => {
    await page.route('**/api/imports/3', goesOn());
    await page.reload();
    await page.locator('.panel > p.figure', { hasText: /·.*·/ }).waitFor();
  }),
  scene('import-stopped', '/imports/4', (page) => page.getByTestId('import-refusal').first().waitFor()),
  scene('import-failed', '/imports/5', (page) => page.getByTestId('import-refusal').first().waitFor()),
  scene(
    'import-done',
    '/imports/6',
    (page) => page.getByTestId('import-report').getByText(/./).nth(1).waitFor(),
    { 'GET /api/imports/6/refusals': { refusals: [], next: null } },
  ),
];
