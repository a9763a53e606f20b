import type { ImportJob, ImportPreview, RefusalPage } from '../src/imports/wire';
import type { DoubtfulNumber, DuplicatePage, SharedNumber, UnmatchedCaller } from '../src/quality/wire';
import type { FullCustomer } from '../src/customers/wire';
import { found, maryam } from './book';
import { ago } from './cast';

const iso = (minutes: number): string => new Date(ago(minutes)).toISOString();

const doubt = (id: number, raw: string, reason: DoubtfulNumber['reason']): DoubtfulNumber => ({
  id,
  customer: { id: 17, name: 'مریم جعفری' },
  raw,
  display: raw,
  label: 'mobile',
  reason,
  movedAt: reason === 'moved' ? iso(60 * 24 * 40) : null,
});

export const invalid: readonly DoubtfulNumber[] = [
  doubt(1, '0912 12', 'short'),
  doubt(2, '1002', 'internal'),
  doubt(3, 'ask the <b>boss</b>', 'unreadable'),
];
export const moved: readonly DoubtfulNumber[] = [doubt(4, '0935 111 2233', 'moved')];
export const shared: readonly SharedNumber[] = [
  {
    e164: '+982112345678',
    display: '021 1234 5678',
    customers: 14,
    some: found.slice(0, 3).map(({ id, name }) => ({ id, name })),
  },
];
export const duplicates: DuplicatePage = {
  groups: [
    { by: 'NUMBER', shared: '+982112345678', alsoShared: ['NAME'], customers: found.slice(0, 2) },
    { by: 'NUMBER', shared: '+4930901820', alsoShared: [], customers: found.slice(1, 4) },
  ],
  next: 'more',
};
export const unmatched: readonly UnmatchedCaller[] = [
  { e164: '+989123456789', display: '0912 345 6789', name: 'HAMID', calls: 14, last: iso(41) },
  { e164: '+982155550199', display: '021 5555 0199', name: '', calls: 6, last: iso(60 * 30) },
];
export const twin: FullCustomer = {
  ...maryam,
  id: 20,
  version: 1,
  name: 'Maryam Jaafari',
  sayAs: null,
  segment: null,
  warning: null,
  numbers: maryam.numbers.slice(1, 2),
  mails: [],
  consents: [],
  tags: ['newsletter'],
};

export const job: ImportJob = {
  id: 1,
  name: 'مشتریان ۱۴۰۵.xlsx',
  format: 'XLSX',
  bytes: 4_120_332,
  dryRun: true,
  state: 'UPLOADED',
  position: 0,
  totalRows: null,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  trouble: null,
  madeAt: iso(12),
};
export const running: ImportJob = {
  ...job,
  id: 2,
  dryRun: false,
  state: 'RUNNING',
  position: 31_204,
  totalRows: 50_000,
  added: 29_870,
  changed: 912,
  unchanged: 120,
  refused: 302,
};
export const stopped: ImportJob = { ...running, id: 3, state: 'STOPPED' };
export const preview: ImportPreview = {
  columns: [
    { name: 'نام و نام خانوادگی', field: 'name', examples: ['مریم جعفری', 'Anna Schmidt'] },
    { name: 'Tel 1', field: 'number', examples: ['۰۹۱۲۱۲۳۴۵۶۷', '+49 30 901820', '=cmd()'] },
    { name: 'Bemerkung', field: null, examples: ['ruft immer montags an'] },
  ],
  fields: [
    { name: 'name', label: 'Name' },
    { name: 'number', label: 'Number' },
    { name: 'mail', label: 'Mail' },
  ],
};
export const refusals: RefusalPage = {
  refusals: [
    { row: 17, field: 'Tel 1', value: 'ask the boss', reason: 'invalid', wholeRow: false },
    { row: 1204, field: 'نام و نام خانوادگی', value: '', reason: 'missing', wholeRow: true },
  ],
  next: null,
};
