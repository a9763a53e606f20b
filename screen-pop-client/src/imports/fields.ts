import type { Column } from './wire';

/** What a column can become, in groups as people think of it (server: enum Field). */
export const fieldGroups = {
  who: ['name', 'firstName', 'lastName', 'kind', 'sayAs', 'company', 'language'],
  reach: ['number', 'numberLabel', 'extension', 'mail'],
  address: ['street', 'postalCode', 'city', 'region', 'country', 'addressLabel'],
  known: ['segment', 'owner', 'tags', 'warning', 'doNotCall'],
  elsewhere: ['source', 'sourceKey', 'consents', 'fields'],
} as const;

export type FieldGroup = keyof typeof fieldGroups;
export type Field = (typeof fieldGroups)[FieldGroup][number];
export const groups = Object.keys(fieldGroups) as readonly FieldGroup[];

const all: readonly Field[] = groups.flatMap((group) => fieldGroups[group]);
export const isField = (word: string): word is Field => (all as readonly string[]).includes(word);

const OWN = 'fields.';
/** The word of a field that administrators defined. */
export const ownWord = (name: string): string => OWN + name;
/** Its name; null for any other word. */
export const ownName = (word: string): string | null =>
  word.startsWith(OWN) ? word.slice(OWN.length) : null;

/** A label stands beside a number; beside an address at the field that begins it. */
export function takesLabel(columns: readonly Column[], at: number): boolean {
  const field = columns[at]?.field ?? '';
  return field === 'number' || (isOfAddress(field) && beginsAddress(columns, at));
}

const isOfAddress = (field: string): boolean =>
  (fieldGroups.address as readonly string[]).includes(field) && field !== 'addressLabel';

/** A field of an address that comes again begins another one, as does a column of its labels. */
function beginsAddress(columns: readonly Column[], at: number): boolean {
  let seen = new Set<string>();
  for (let i = 0; i <= at; i++) {
    const field = columns[i]?.field ?? '';
    if (field === 'addressLabel') {
      // What is written there is the label.
      seen = new Set([field]);
    } else if (isOfAddress(field)) {
      const begins = seen.size === 0 || seen.has(field);
      if (i === at) {
        return begins;
      }
      seen = begins ? new Set([field]) : seen.add(field);
    }
  }
  return false;
}

/** What somebody who chose these columns may not have thought of. */
export type Advice =
  | { readonly what: 'noName' | 'noNumber' }
  | { readonly what: 'twice' | 'withoutNumber'; readonly field: string };

/** Fields that a customer has several of. */
const several: readonly string[] = [
  ...fieldGroups.reach,
  ...fieldGroups.address,
  'tags',
  'consents',
  'fields',
];

export function adviceOn(columns: readonly Column[]): readonly Advice[] {
  const chosen = columns.map(({ field }) => field).filter((field) => field !== '');
  const advice: Advice[] = [];
  if (!['name', 'firstName', 'lastName', 'company'].some((field) => chosen.includes(field))) {
    advice.push({ what: 'noName' });
  }
  if (!chosen.includes('number')) {
    advice.push({ what: 'noNumber' });
  }
  const twice = chosen.filter((field, at) => chosen.indexOf(field) !== at && !several.includes(field));
  advice.push(...[...new Set(twice)].map((field) => ({ what: 'twice', field }) as const));
  for (const field of ['numberLabel', 'extension']) {
    const at = chosen.indexOf(field);
    if (at >= 0 && !chosen.slice(0, at).includes('number')) {
      advice.push({ what: 'withoutNumber', field });
    }
  }
  return advice;
}
