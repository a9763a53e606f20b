import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, filtersIn } from './filters';
import { tabsOf } from './tabs';
import { lastWords } from './consents';

describe('what is searched for', () => {
  it('stands in the address and is read from it again, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'PERSON', 'COMPANY'), (q, kind) => {
        const filters = { q, kind, segment: 'VIP & more', tag: '', owner: 'leila', company: '31' } as const;
        expect(filtersIn(addressOf(filters).split('?')[1] ?? '')).toEqual(filters);
      }),
    );
  });

  it('takes no kind that there is not', () => {
    expect(filtersIn('kind=ROBOT').kind).toBe('');
  });
});

describe('the rooms of the book', () => {
  it('are open by role', () => {
    expect(tabsOf(['agent'])).toEqual(['customers']);
    expect(tabsOf(['agent', 'supervisor'])).toEqual(['customers', 'quality']);
    expect(tabsOf(['manager'])).toEqual(['customers', 'quality', 'imports', 'definitions']);
  });
});

describe('consents', () => {
  it('count by the last word', () => {
    const word = (given: boolean, day: number) => ({
      about: 'CALL' as const,
      given,
      at: `2026-11-0${day}T10:00:00Z`,
      by: null,
      remark: '',
    });
    expect(lastWords([word(true, 3), word(false, 5), word(true, 4)]).map(({ given }) => given)).toEqual([
      false,
    ]);
  });
});
