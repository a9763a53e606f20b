/** How far an import was at a moment of this machine's clock. */
export interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly position: number;
}

export interface Pace {
  readonly perSecond: number;
  /** Null while nobody knows how many rows there are. */
  readonly restMillis: number | null;
}

const LOOKED_BACK = 20_000;
const LEAST = 1500;

/** With one more; those of long ago count no more. An earlier position is another run. */
export function sampled(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && next.position < last.position) {
    return [next];
  }
  return [...samples.filter(({ at }) => next.at - at <= LOOKED_BACK), next];
}

/** Null until it can be said: a guess that jumps helps nobody. */
export function paceOf(samples: readonly Sample[], total: number | null): Pace | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < LEAST) {
    return null;
  }
  const perSecond = ((last.position - first.position) * 1000) / (last.at - first.at);
  if (perSecond <= 0) {
    return null;
  }
  const left = total === null ? null : Math.max(0, total - last.position);
  return { perSecond, restMillis: left === null ? null : (left * 1000) / perSecond };
}
