import { describe, expect, it } from 'vitest';
import { moved, secondsOf, timeOf } from './day-time';

describe('the time of a day', () => {
  it('is seconds since midnight, with or without its own', () => {
    expect(secondsOf('10:42:07')).toBe(38_527);
    expect(secondsOf('10:42')).toBe(38_520);
    expect(timeOf(38_527)).toBe('10:42:07');
    expect(timeOf(0)).toBe('00:00:00');
    expect(timeOf(90_000)).toBe('23:59:59');
  });

  it('moves over midnight into the neighbouring day', () => {
    expect(moved('2026-11-25', '23:59:55', 10)).toEqual(['2026-11-26', '00:00:05']);
    expect(moved('2026-03-01', '00:00:30', -60)).toEqual(['2026-02-28', '23:59:30']);
  });
});
