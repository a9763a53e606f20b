import { useEffect, useState } from 'react';
import { useStore } from '../link/store';

/** The server's clock, once a second: timers are right whatever this machine's clock says. */
export function useNow(): number {
  const skew = useStore((store) => store.live.skew);
  const [local, setLocal] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setLocal(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return local + skew;
}
