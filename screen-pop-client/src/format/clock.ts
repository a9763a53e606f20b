import { useSyncExternalStore } from 'react';
import { useStore } from '../link/store';
import { dayOf } from './times';

let local = Date.now();
let ticking: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  local = Date.now();
  listeners.forEach((listener) => listener());
}

/** One tick a second for the whole page, so that all timers change together. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(tick, 1000);
  local = Date.now();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** The server's clock, once a second: timers are right whatever this machine's clock says. */
export function useNow(): number {
  const skew = useStore((store) => store.live.skew);
  return useSyncExternalStore(subscribe, () => local) + skew;
}

/** The site's day; changes at its midnight. */
export function useToday(): string {
  const { skew, zone } = useStore((store) => store.live);
  return useSyncExternalStore(subscribe, () => dayOf(local + skew, zone));
}
