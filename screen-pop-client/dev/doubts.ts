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
  movedAt: reason === 'moved' || reason === 'gone' ? iso(60 * 24 * 40) : null,
});

export const invalid: readonly DoubtfulNumber[] = [
  doubt(1, '0912 12', 'short'),
  doubt(2, '1002', 'internal'),
  doubt(3, 'ask the <b>boss</b>', 'unreadable'),
];
export const moved: readonly DoubtfulNumber[] = [
  doubt(4, '0935 111 2233', 'moved'),
  doubt(5, '021 4444 0004', 'gone'),
];
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
