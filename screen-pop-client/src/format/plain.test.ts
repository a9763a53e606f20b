import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated, plain } from './plain';

describe('text from elsewhere', () => {
  it('cannot turn round what stands after it', () => {
    expect(plain('invoice\u202Egnp.exe')).toBe('invoicegnp.exe');
    expect(plain('a\u2069b\u2066c\r\nd\u0000')).toBe('abcd');
  });

  it('keeps names of every script as they are', () => {
    for (const name of ['می‌خواهم', 'مُحمَّد', 'Ольга', 'Søren O’Neill', '田中', '👩🏽‍💻']) {
      expect(plain(name)).toBe(name);
    }
  });

  it('is opened and closed once, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const opened = isolated(text).match(/[\u202a-\u202e\u2066-\u2069]/g);
        expect(opened).toEqual(['\u2068', '\u2069']);
      }),
    );
  }, 60_000);
});
