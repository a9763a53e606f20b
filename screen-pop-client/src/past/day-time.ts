/** Seconds since midnight of `10:42:07` or `10:42`. */
export function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

export const LAST_SECOND = 86_399;

export function timeOf(seconds: number): string {
  const whole = Math.min(LAST_SECOND, Math.max(0, Math.round(seconds)));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** So many seconds on, over midnight into the neighbouring day where it must be. */
export function moved(day: string, time: string, by: number): readonly [string, string] {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + (secondsOf(time) + by) * 1000).toISOString();
  return [at.slice(0, 10), at.slice(11, 19)];
}
