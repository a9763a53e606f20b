import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyFor, emptyIn, encodings, isAnew, readingOf } from './reading';
import type { Mapping } from './wire';

const mapping: Mapping = {
  encoding: 'UTF-8',
  delimiter: ';',
  header: false,
  sheet: 0,
  kind: 'COMPANY',
  source: 'crm',
  columns: [{ name: 'id', field: 'sourceKey', label: '' }],
};

describe('how a file is read', () => {
  it('has the encodings that the server knows', () => {
    const source = readFileSync(
      '../cti-server/server/src/main/java/org/santral/server/imports/files/Encodings.java',
      'utf8',
    );
    const names = /NAMES =\s*List\.of\(([^)]*)\)/.exec(source)?.[1] ?? '';
    expect([...names.matchAll(/"([^"]+)"/g)].map((found) => found[1])).toEqual([...encodings]);
  });

  it('is asked as far as the file leaves a choice', () => {
    expect(readingOf('CSV', 0)).toEqual({ encoding: true, delimiter: true, header: true, sheet: false });
    expect(readingOf('XLSX', 1)).toEqual({ encoding: false, delimiter: false, header: true, sheet: false });
    expect(readingOf('XLSX', 3).sheet).toBe(true);
    expect(readingOf('VCARD', 0)).toEqual({ encoding: true, delimiter: false, header: false, sheet: false });
  });

  it('is sent whole, with every column in its order', () => {
    expect(bodyFor(mapping, { kind: 'COMPANY' })).toEqual({
      encoding: 'UTF-8',
      delimiter: ';',
      header: false,
      sheet: 0,
      kind: 'COMPANY',
      source: 'crm',
      columns: [{ field: 'sourceKey', label: '' }],
    });
    expect(bodyFor({ ...mapping, source: '' }, {}).source).toBeNull();
  });

  it('knows columns in which nothing is to be seen', () => {
    const columns = ['FN', 'TEL', '', 'NOTE'].map((name) => ({ name, field: '', label: '' }));
    const rows = [
      ['Anna', '', ' '],
      ['Bert', '', '', 'x'],
    ];
    expect(emptyIn('VCARD', columns, rows)).toEqual([1, 2]);
    expect(emptyIn('CSV', columns, rows)).toEqual([2]);
    expect(emptyIn('VCARD', columns, [])).toEqual([]);
  });

  it('lets the columns be guessed anew where they become others', () => {
    expect(isAnew({ header: true })).toBe(false);
    expect(bodyFor(mapping, { delimiter: ';' })).toEqual({
      encoding: 'UTF-8',
      delimiter: ';',
      sheet: 0,
      kind: 'COMPANY',
    });
    expect(bodyFor(mapping, { encoding: 'UTF-8' })).toEqual({
      encoding: 'UTF-8',
      delimiter: ';',
      header: false,
      sheet: 0,
      kind: 'COMPANY',
    });
  });
});
