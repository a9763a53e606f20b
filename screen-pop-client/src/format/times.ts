import { locale } from '../texts';

/** Seconds as `0:07`, `12:34` or `1:02:03`, in the reader's digits. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, index) =>
      new Intl.NumberFormat(locale(), {
        minimumIntegerDigits: index === 0 ? 1 : 2,
        useGrouping: false,
      }).format(part),
    )
    .join(':');
}

export function count(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** The time of day for today, with the date before. */
export function moment(millis: number, now: number): string {
  const date = new Date(millis);
  const sameDay = new Date(now).toDateString() === date.toDateString();
  return new Intl.DateTimeFormat(
    locale(),
    sameDay
      ? { hour: '2-digit', minute: '2-digit', second: '2-digit' }
      : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  ).format(date);
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
