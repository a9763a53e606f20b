import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adviceOn, fieldGroups, groups, isField, ownName, ownWord, takesLabel } from './fields';
import type { Column } from './wire';

const columns = (...fields: string[]): readonly Column[] =>
  fields.map((field) => ({ name: field, field, label: '' }));

describe('the fields of a column', () => {
  it('are those that the server knows, each once', () => {
    const source = readFileSync(
      '../cti-server/server/src/main/java/org/santral/server/imports/mapping/Field.java',
      'utf8',
    );
    const server = [...source.matchAll(/^ {4}[A-Z_]+\("(\w+)"\)/gm)].map((found) => found[1]);
    expect(server.length).toBeGreaterThan(20);
    expect(groups.flatMap((group) => fieldGroups[group]).sort()).toEqual(server.sort());
  });

  it('can be those that administrators defined', () => {
    expect(ownName(ownWord('level'))).toBe('level');
    expect(ownName('name')).toBeNull();
    expect(isField('fields.level')).toBe(false);
  });

  it('take a label where a number is, or an address begins', () => {
    const some = columns('name', 'number', 'mail', 'street', 'city', 'city', 'addressLabel', 'street');
    expect(some.map((_, at) => takesLabel(some, at))).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('advice on what was chosen', () => {
  it('is silent where a name and a number are', () => {
    expect(adviceOn(columns('name', 'number', '', 'number', 'mail', 'mail', 'city', 'city'))).toEqual([]);
    expect(adviceOn(columns('company', 'number'))).toEqual([]);
  });

  it('tells what a row lacks', () => {
    expect(adviceOn(columns('', 'mail'))).toEqual([{ what: 'noName' }, { what: 'noNumber' }]);
  });

  it('tells what counts once or belongs to nothing', () => {
    expect(
      adviceOn(columns('extension', 'name', 'name', 'name', 'fields.level', 'fields.level', 'number')),
    ).toEqual([
      { what: 'twice', field: 'name' },
      { what: 'twice', field: 'fields.level' },
      { what: 'withoutNumber', field: 'extension' },
    ]);
  });
});
