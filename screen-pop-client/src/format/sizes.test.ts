import { describe, expect, it, vi } from 'vitest';
import { size } from './sizes';

const spoken = vi.hoisted(() => ({ locale: 'en-GB' }));
vi.mock('../texts', () => ({ locale: () => spoken.locale }));

describe('the size of a file', () => {
  it('is told in what fits it', () => {
    expect([0, 1, 999, 1000, 4_120_332, 1_073_741_824, 5e15].map(size)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '4.1 MB',
      '1.1 GB',
      '5,000,000 GB',
    ]);
  });

  it('is told in the words and digits of its reader', () => {
    spoken.locale = 'fa-IR';
    expect(size(4_120_332)).toContain('۴٫۱');
  });
});
