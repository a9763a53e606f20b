import { describe, expect, it } from 'vitest';
import { maryam } from '../../dev/book';
import { differences, kept, taking } from './conflict';
import { bodyOf, formOf, newNumber } from './form';

const base = formOf(maryam);

describe('two who change the same customer', () => {
  it('only meet in what both changed, to different things', () => {
    const mine = { ...base, name: 'Mine', sayAs: 'Same', warning: 'only mine' };
    const theirs = { ...base, name: 'Theirs', sayAs: 'Same', segment: 'partner' };
    expect(differences(base, mine, theirs)).toEqual([
      { part: 'name', clash: true },
      { part: 'segment', clash: false },
    ]);
  });

  it('lose nothing: theirs is taken where it is chosen, all else stays mine', () => {
    const mine = { ...base, name: 'Mine', warning: 'only mine' };
    const theirs = { ...base, name: 'Theirs', segment: 'partner' };
    const settled = taking(mine, theirs, ['segment']);
    expect([settled.name, settled.warning, settled.segment]).toEqual(['Mine', 'only mine', 'partner']);
  });

  it('meet in lists as a whole', () => {
    const mine = { ...base, numbers: [...base.numbers, newNumber('021 1')] };
    const theirs = { ...base, numbers: base.numbers.slice(1) };
    expect(differences(base, mine, theirs)).toEqual([{ part: 'numbers', clash: true }]);
  });

  it('write a number that the other one took away anew, since its id is gone', () => {
    const theirs = { ...base, numbers: base.numbers.slice(1) };
    const numbers = bodyOf(kept(base, theirs), null).numbers;
    expect(numbers.map((line) => line.id)).toEqual([null, 2, 3, 4]);
    expect(numbers[0]?.raw).toBe('0912 123 4567');
  });

  it('see nothing where a save changed nothing that is written', () => {
    expect(differences(base, { ...base, name: 'Mine' }, formOf({ ...maryam, version: 9 }))).toEqual([]);
  });
});
