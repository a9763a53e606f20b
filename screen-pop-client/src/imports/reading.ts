import type { Column, ImportFormat, Mapping, MappingBody } from './wire';

/** How a file may be written (server: class Encodings). */
export const encodings = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1256',
  'windows-1251',
  'windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];
export const isEncoding = (name: string): name is Encoding => (encodings as readonly string[]).includes(name);

/** What usually stands between the fields of CSV, and how it is called. */
export const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Which ways of reading there are for a kind of file. */
export function readingOf(format: ImportFormat, sheets: number) {
  return {
    encoding: format !== 'XLSX',
    delimiter: format === 'CSV',
    header: format !== 'VCARD',
    sheet: sheets > 1,
  };
}

/**
 * Places of columns in which the first rows hold nothing, and of which a name says nothing either: a card has a column for
 * whatever cards may have, and sheets go on behind their last column.
 */
export function emptyIn(
  format: ImportFormat,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const empty = columns.flatMap(({ name }, at) =>
    (format === 'VCARD' || name.trim() === '') && rows.every((row) => (row[at] ?? '').trim() === '')
      ? [at]
      : [],
  );
  return empty.length === columns.length ? [] : empty;
}

/** What somebody changes about how the file is read. */
export type Change = Partial<Mapping>;

/** Read so, the file has other columns: what they are is guessed anew. */
export const isAnew = (change: Change): boolean =>
  'encoding' in change || 'delimiter' in change || 'sheet' in change;

/** What is sent for a mapping that was changed like this. */
export function bodyFor(mapping: Mapping, change: Change): MappingBody {
  const { encoding, delimiter, header, sheet, kind } = mapping;
  if (isAnew(change)) {
    // With other letters the first row still names the columns or not; with other rows that is another question.
    return { encoding, delimiter, sheet, kind, ...('encoding' in change ? { header } : {}) };
  }
  return {
    encoding,
    delimiter,
    header,
    sheet,
    kind,
    source: mapping.source === '' ? null : mapping.source,
    columns: mapping.columns.map(({ field, label }) => ({ field, label })),
  };
}
