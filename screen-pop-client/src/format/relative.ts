import { locale } from '../texts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How far away a moment is, in the largest unit that says something: "in 2 hours", "3 days ago". */
export function fromNow(at: number, now: number): string {
  const away = at - now;
  const [unit, millis] = steps.find(([, size]) => Math.abs(away) >= size) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'always' }).format(Math.trunc(away / millis), unit);
}

/** A long time in its two largest units: `3 d 4 h`. */
export function longTime(seconds: number): string {
  const parts = [
    ['day', Math.floor(seconds / 86_400)],
    ['hour', Math.floor(seconds / 3600) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
  ] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  return (first < 0 ? parts.slice(2) : parts.slice(first, first + 2))
    .map(([unit, count]) =>
      new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}
