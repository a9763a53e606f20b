import { bodyOf, type Form } from './form';
import type { CustomerBody } from './wire';

/** What two people change at the same time is settled field by field; the lines of a list are one field. */
export type Part = Exclude<keyof CustomerBody, 'source' | 'sourceKey' | 'kind'>;

const parts: readonly Part[] = [
  'name',
  'sayAs',
  'company',
  'segment',
  'owner',
  'language',
  'warning',
  'doNotCall',
  'numbers',
  'mails',
  'addresses',
  'tags',
  'consents',
  'fields',
];

interface Difference {
  readonly part: Part;
  /** Both changed it, to different things: somebody has to choose. Else only the other one did, and it is taken. */
  readonly clash: boolean;
}

/** What somebody else changed since `base` was read. */
export function differences(base: Form, mine: Form, theirs: Form): readonly Difference[] {
  const [was, here, there] = [base, mine, theirs].map((form) => bodyOf(form, null)) as [
    CustomerBody,
    CustomerBody,
    CustomerBody,
  ];
  return parts
    .filter((part) => !same(was[part], there[part]) && !same(here[part], there[part]))
    .map((part) => ({ part, clash: !same(was[part], here[part]) }));
}

/** Mine, with theirs in the parts that are named. */
export function taking(mine: Form, theirs: Form, named: readonly Part[]): Form {
  return { ...mine, ...Object.fromEntries(named.map((part) => [part, theirs[part]])) };
}

/**
 * Mine keeps my lines of a list, but the ids of numbers that they took away are of no use any more: such a line is sent
 * as a new one.
 */
export function kept(mine: Form, theirs: Form): Form {
  const known = new Set(theirs.numbers.map((line) => line.id));
  const numbers = mine.numbers.map((line) => (known.has(line.id) ? line : { ...line, id: null }));
  return { ...mine, numbers };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
