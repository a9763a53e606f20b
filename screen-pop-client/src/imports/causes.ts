import type { FieldKind, OwnField } from '../customers/wire';
import type { Key } from '../texts/languages/en';
import { isField, ownName } from './fields';
import type { Mapping } from './wire';

/** A column that a refusal names. */
export interface Place {
  /** Null where the file has no name for it. */
  readonly name: string | null;
  /** From 1; null where no column is meant. */
  readonly number: number | null;
  /** What the column becomes; empty where no column is meant. */
  readonly field: string;
}

/** The server keeps so many characters of a column's name. */
const KEPT = 128;

/** The column by the name that a refusal gives; columns without a name are named by their place. */
export function placeIn(mapping: Mapping, named: string): Place {
  if (named === '') {
    return { name: null, number: null, field: '' };
  }
  const at = mapping.columns.findIndex(
    (column) => column.field !== '' && Array.from(column.name).slice(0, KEPT).join('') === named,
  );
  const column = mapping.columns[at];
  if (column !== undefined) {
    return { name: column.name, number: at + 1, field: column.field };
  }
  const number = /^\d{1,3}$/.test(named) ? Number(named) : 0;
  const unnamed = mapping.columns[number - 1];
  return unnamed?.name.trim() === ''
    ? { name: null, number, field: unnamed.field }
    : { name: named, number: null, field: isField(named) ? named : '' };
}

type CauseKey = Extract<Key, `importFault.${string}`>;

/** The text that says best why a value of this field was refused; null for a reason that nobody here knows. */
export function causeKey(
  known: (key: string) => boolean,
  field: string,
  reason: string,
  own: readonly OwnField[],
): CauseKey | null {
  const kind = own.find(({ name }) => name === ownName(field))?.kind;
  const keys = [`importFault.${kindWord(kind) ?? field}-${reason}`, `importFault.${reason}`];
  return (keys.find(known) as CauseKey | undefined) ?? null;
}

function kindWord(kind: FieldKind | undefined): string | null {
  switch (kind) {
    case 'NUMBER':
      return 'figure';
    case 'DATE':
      return 'date';
    case 'YES_NO':
      return 'yesNo';
    case 'CHOICE':
      return 'choice';
    case 'TEXT':
    case undefined:
      return null;
  }
}
