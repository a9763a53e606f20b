import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OwnField } from '../customers/wire';
import en from '../texts/languages/en';
import { causeKey, placeIn } from './causes';
import type { Mapping } from './wire';

const SERVER = '../cti-server/server/src/main/java/org/santral/server/';
const known = (key: string) => key in en.texts;
const own: readonly OwnField[] = [
  { id: 1, name: 'since', label: 'Since', kind: 'DATE', choices: [], position: 0 },
  { id: 2, name: 'note', label: 'Note', kind: 'TEXT', choices: [], position: 1 },
];
const mapping: Mapping = {
  encoding: 'UTF-8',
  delimiter: ',',
  header: true,
  sheet: 0,
  kind: 'PERSON',
  source: null,
  columns: [
    { name: 'Tel', field: '', label: '' },
    { name: 'Tel', field: 'number', label: '' },
    { name: '', field: 'mail', label: '' },
    { name: 'n'.repeat(200), field: 'name', label: '' },
  ],
};

function sources(folder: string): string {
  return readdirSync(SERVER + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .map((file) => readFileSync(`${SERVER}${folder}/${file}`, 'utf8'))
    .join('\n');
}

/** Words that stand in the place of a reason. */
function reasonsIn(code: string, patterns: readonly RegExp[]): readonly string[] {
  const found = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found)].filter((word) => word !== '').sort();
}

describe('why a value was refused', () => {
  it('has a text for every reason that a row can be refused for', () => {
    const reasons = reasonsIn(
      sources('customers/form') + sources('imports/mapping') + sources('imports/files'),
      [
        /\b(?:fault|Fault)\(\s*[^;]*?,\s*"([a-z]+(?:-[a-z]+)*)",/g,
        /new Wrong\([^;]*?"([a-z]+(?:-[a-z]+)*)", (?:true|false)\)/g,
        /return "([a-z]+-[a-z-]+)";/g,
        /trouble = "([a-z-]+)"/g,
        /new Card\("", "([a-z-]+)"\)/g,
        /List\.of\(\), "([a-z-]+)"\)/g,
      ],
    );
    expect(reasons.length).toBeGreaterThan(13);
    expect(reasons).toEqual(
      expect.arrayContaining(['missing', 'bidi-characters', 'wrong-encoding', 'nested', 'no-end', 'no-card']),
    );
    expect(reasons.filter((reason) => causeKey(known, '', reason, []) === null)).toEqual([]);
  });

  it('has a text for every reason that a file can be refused for', () => {
    const reasons = reasonsIn(sources('imports'), [
      /new BrokenFile\(\s*[^;]*?,\s*"([a-z]+(?:-[a-z]+)*)",/g,
      /new Fault\("file", "([a-z-]+)"/g,
      /new Trouble\("([a-z-]+)"/g,
      /TROUBLE_REASON, "([a-z-]+)"/g,
    ]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'empty',
        'too-long',
        'not-this-format',
        'no-sheet',
        'server-ended',
        'database',
      ]),
    );
    expect(reasons.filter((reason) => !known(`importTrouble.${reason}`))).toEqual([]);
  });

  it('is told as exactly as the column allows', () => {
    expect(causeKey(known, 'mail', 'invalid', own)).toBe('importFault.mail-invalid');
    expect(causeKey(known, 'number', 'invalid', own)).toBe('importFault.invalid');
    expect(causeKey(known, 'fields.since', 'wrong-type', own)).toBe('importFault.date-wrong-type');
    expect(causeKey(known, 'fields.note', 'too-long', own)).toBe('importFault.too-long');
    expect(causeKey(known, 'mail', 'of-tomorrow', own)).toBeNull();
  });
});

describe('the column of a refusal', () => {
  it('is the one that was brought in, by its name', () => {
    expect(placeIn(mapping, 'Tel')).toEqual({ name: 'Tel', number: 2, field: 'number' });
  });

  it('is found though its name was cut', () => {
    expect(placeIn(mapping, 'n'.repeat(128))).toMatchObject({ number: 4, field: 'name' });
  });

  it('is told by its place where it has no name', () => {
    expect(placeIn(mapping, '3')).toEqual({ name: null, number: 3, field: 'mail' });
  });

  it('is none where the whole row is meant, and a field where the record itself is', () => {
    expect(placeIn(mapping, '')).toEqual({ name: null, number: null, field: '' });
    expect(placeIn(mapping, 'kind')).toEqual({ name: 'kind', number: null, field: 'kind' });
    expect(placeIn(mapping, 'company.id')).toEqual({ name: 'company.id', number: null, field: '' });
  });
});
