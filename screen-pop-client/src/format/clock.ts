import { createContext, useContext, useSyncExternalStore } from 'react';
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

/** The moment that is looked back at; null where time goes on. */
export const Stopped = createContext<number | null>(null);

/** The server's clock, once a second: timers are right whatever this machine's clock says. Stands still in the past. */
export function useNow(): number {
  const skew = useStore((store) => store.live.skew);
  const now = useSyncExternalStore(subscribe, () => local) + skew;
  return useContext(Stopped) ?? now;
}

/** The site's day; changes at its midnight. */
export function useToday(): string {
  const { skew, zone } = useStore((store) => store.live);
  return useSyncExternalStore(subscribe, () => dayOf(local + skew, zone));
}
