import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dayBefore, dayOf, duration, moment, timeOfDay } from './times';

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

  it('keep their order and their day in the night in which the clock is set back', () => {
    // Berlin, 25 October 2026: 02:30 comes twice. Tehran has had no such night since 2022.
    const first = Date.UTC(2026, 9, 25, 0, 30);
    const again = Date.UTC(2026, 9, 25, 1, 30);
    expect([first, again].map((at) => timeOfDay(at, 'Europe/Berlin'))).toEqual(['02:30:00', '02:30:00']);
    expect(duration(again - first)).toBe('1:00:00');
    const dayLong = Array.from({ length: 25 }, (_, hour) => Date.UTC(2026, 9, 24, 22 + hour));
    expect(new Set(dayLong.map((at) => dayOf(at, 'Europe/Berlin')))).toEqual(new Set(['2026-10-25']));
    expect(dayOf(Date.UTC(2026, 9, 25, 23), 'Europe/Berlin')).toBe('2026-10-26');
    const tehran = Array.from({ length: 24 }, (_, hour) => Date.UTC(2026, 2, 20, 20 + hour, 30));
    expect(new Set(tehran.map((at) => dayOf(at, 'Asia/Tehran')))).toEqual(new Set(['2026-03-21']));
  });

  it('know the day before in every zone and across every such night', () => {
    expect(dayBefore('2026-10-26')).toBe('2026-10-25');
    expect(dayBefore('2026-03-30')).toBe('2026-03-29');
    expect(dayBefore('2027-01-01')).toBe('2026-12-31');
    const newYork = dayOf(Date.UTC(2026, 10, 25, 12), 'America/New_York');
    expect(dayBefore(newYork)).toBe('2026-11-24');
  });

  it('of a call over midnight belong to the day it began, and 25 hours are 25 hours', () => {
    const began = Date.UTC(2026, 10, 25, 20, 0);
    expect(dayOf(began, 'Asia/Tehran')).toBe('2026-11-25');
    expect(dayOf(began + 60 * 60_000, 'Asia/Tehran')).toBe('2026-11-26');
    expect(duration(25 * 3_600_000)).toBe('25:00:00');
  });

  it('are Persian for Persian readers: digits and calendar', () => {
    spoken.locale = 'fa-IR-u-ca-persian';
    expect(timeOfDay(noon, 'Asia/Tehran')).toBe('۲۳:۴۵:۰۹');
    expect(moment(noon, 'Asia/Tehran', '2026-03-21')).toContain('۲۹ اسفند');
    expect(duration(754_000)).toBe('۱۲:۳۴');
  });
});
