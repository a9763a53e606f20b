import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dayOf, duration, moment, timeOfDay } from './times';

const spoken = vi.hoisted(() => ({ locale: 'en-GB' }));
vi.mock('../texts', () => ({ locale: () => spoken.locale }));

const noon = Date.UTC(2026, 2, 20, 20, 15, 9);

describe('times', () => {
  beforeAll(() => {
    spoken.locale = 'en-GB';
  });

  it('are told in minutes and seconds, with hours when there are any', () => {
    expect([0, 7_000, 754_999, 3_723_000].map(duration)).toEqual(['0:00', '0:07', '12:34', '1:02:03']);
  });

  it('never run backwards, whatever two clocks say', () => {
    expect(duration(-5_000)).toBe('0:00');
  });

  it('belong to the day of the site, not of the screen', () => {
    expect(dayOf(noon, 'Asia/Tehran')).toBe('2026-03-20');
    expect(dayOf(noon + 15 * 60_000, 'Asia/Tehran')).toBe('2026-03-21');
    expect(dayOf(noon + 15 * 60_000, 'Europe/Berlin')).toBe('2026-03-20');
  });

  it('are told with their date when they are not of today', () => {
    expect(moment(noon, 'Asia/Tehran', '2026-03-20')).toBe('23:45:09');
    expect(moment(noon, 'Asia/Tehran', '2026-03-21')).toBe('20 Mar, 23:45');
  });

  it('are Persian for Persian readers: digits and calendar', () => {
    spoken.locale = 'fa-IR-u-ca-persian';
    expect(timeOfDay(noon, 'Asia/Tehran')).toBe('۲۳:۴۵:۰۹');
    expect(moment(noon, 'Asia/Tehran', '2026-03-21')).toContain('۲۹ اسفند');
    expect(duration(754_000)).toBe('۱۲:۳۴');
  });
});
