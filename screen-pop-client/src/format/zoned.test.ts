import { describe, expect, it, vi } from 'vitest';
import { instantOf, localTimeOf } from './zoned';

vi.mock('../texts', () => ({ locale: () => 'fa-IR-u-ca-persian' }));

describe('a time that somebody writes into a field', () => {
  it('is a time by the clock of the site, whatever calendar the reader has', () => {
    expect(instantOf('2026-11-25T10:42', 'Asia/Tehran')).toBe('2026-11-25T07:12:00.000Z');
    expect(localTimeOf(Date.UTC(2026, 10, 25, 7, 12), 'Asia/Tehran')).toBe('2026-11-25T10:42');
  });

  it('that the clock shows twice is the first of the two', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('that the clock leaps over is the moment after the leap', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('that is none stays empty, for the server to say so', () => {
    expect(instantOf('', 'Asia/Tehran')).toBe('');
  });
});
