import { useTranslation } from 'react-i18next';
import { ownFields } from '../customers/api';
import type { OwnField } from '../customers/wire';
import { isolated, plain } from '../format/plain';
import { count } from '../format/times';
import { useLoaded } from '../link/use-loaded';
import en from '../texts/languages/en';
import { useTexts } from '../texts/use-texts';
import { causeKey, placeIn } from './causes';
import { isField, ownName } from './fields';
import type { ImportTrouble, Mapping } from './wire';

const none: readonly OwnField[] = [];

/** The fields that administrators defined, as far as they are read. */
export function useOwnFields(): readonly OwnField[] {
  return useLoaded(ownFields, '').value ?? none;
}

/** How a field is called in the reader's language. */
export function useFieldName(own: readonly OwnField[]): (word: string) => string {
  const t = useTexts();
  return (word) => {
    if (isField(word)) {
      return t(`importField.${word}`);
    }
    const name = ownName(word);
    return plain(own.find((field) => field.name === name)?.label ?? name ?? word);
  };
}

/** A column as one speaks of it: by its name, else by its place. */
export function useColumnName(): (name: string, number: number) => string {
  const t = useTexts();
  return (name, number) =>
    name.trim() === '' ? t('imports.columnNumber', { number: count(number) }) : isolated(name);
}

interface Said {
  /** Empty where the whole row is meant. */
  readonly column: string;
  readonly why: string;
}

/** What was refused, in the reader's words. */
export function useCauses(
  mapping: Mapping,
  own: readonly OwnField[],
): (field: string, reason: string) => Said {
  const t = useTexts();
  const columnName = useColumnName();
  const fieldName = useFieldName(own);
  const known = useKnown();
  return (named, reason) => {
    const { name, number, field } = placeIn(mapping, named);
    const key = causeKey(known, field, reason, own);
    const column = name === null ? (number === null ? '' : columnName('', number)) : isolated(name);
    return {
      column: number === null && field !== '' ? fieldName(field) : column,
      why: key === null ? plain(reason) : t(key),
    };
  };
}

/** Why it failed or stopped. English has the server's own sentence where there is no better one. */
export function useTroubleWords(): (trouble: ImportTrouble) => string {
  const t = useTexts();
  const known = useKnown();
  return ({ reason, row, detail }) => {
    const key = `importTrouble.${reason}`;
    const said = known(key) ? t(key as 'importTrouble.empty') : plain(detail);
    return row === null ? said : t('imports.troubleInRow', { row: count(row), trouble: said });
  };
}

function useKnown(): (key: string) => boolean {
  // Asked of the language that is shown, so that a text of another one is never half of a sentence.
  const { i18n } = useTranslation();
  return (key) => key in en.texts && i18n.exists(key);
}
