import { locale } from '../texts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function format(zone: string, language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([zone, language, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  formats.set(key, known);
  return known;
}

/** Seconds as `0:07`, `12:34` or `1:02:03`, in the reader's digits. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? digits(part, 1) : digits(part, 2))).join(':');
}

function digits(value: number, least: number): string {
  return new Intl.NumberFormat(locale(), { minimumIntegerDigits: least, useGrouping: false }).format(value);
}

export function count(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** Of a share from 0 to 1, never more than is there. */
export function percent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(Math.floor(share * 100) / 100);
}

/** Names one after the other, as the language puts them. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
}

/** The day at the site as `2026-11-24`: for comparing, never for reading. */
export function dayOf(millis: number, zone: string): string {
  return format(zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(millis);
}

/** The day before a day as [dayOf] writes it, however many hours either has. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}

export function timeOfDay(millis: number, zone: string): string {
  return format(zone, locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(millis);
}

/** The time at the site as `10:42:07`: for fields, never for reading. */
export function clockOf(millis: number, zone: string): string {
  return format(zone, 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(millis);
}

/** Day and time to the second. */
export function wholeMoment(millis: number, zone: string): string {
  return format(zone, locale(), { dateStyle: 'full', timeStyle: 'medium' }).format(millis);
}

export function date(millis: number, zone: string): string {
  return format(zone, locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(millis);
}

/** The time for today, with the date before. */
export function moment(millis: number, zone: string, today: string): string {
  return dayOf(millis, zone) === today
    ? timeOfDay(millis, zone)
    : format(zone, locale(), { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
        millis,
      );
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
