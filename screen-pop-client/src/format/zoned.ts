import { clockOf, dayOf } from './times';

/** A moment as the site's clock shows it, for a field: `2026-11-25T10:42`. */
export function localTimeOf(millis: number, zone: string): string {
  return `${dayOf(millis, zone)}T${clockOf(millis, zone).slice(0, 5)}`;
}

/** The moment at which the site's clock shows this; ISO 8601. Of a time that the clock shows twice the first. */
export function instantOf(local: string, zone: string): string {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) {
    return '';
  }
  const offsets = [-24, 24].map((hours) => offset(wall + hours * 3_600_000, zone));
  const moments = offsets.map((ahead) => wall - ahead);
  const right = moments.filter((at) => localTimeOf(at, zone) === local.slice(0, 16));
  // A time that the clock leaps over is taken as the moment after the leap.
  return new Date(right.length === 0 ? Math.max(...moments) : Math.min(...right)).toISOString();
}

/** By how much the site's clock is ahead of UTC. */
function offset(millis: number, zone: string): number {
  return Date.parse(`${dayOf(millis, zone)}T${clockOf(millis, zone)}Z`) - Math.floor(millis / 1000) * 1000;
}
