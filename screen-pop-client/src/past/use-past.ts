import { useEffect, useState } from 'react';
import { past } from '../link/api';
import { Refused } from '../link/http';
import type { Past } from '../link/wire';

/** While the slider moves nobody is asked. */
const REST_MILLIS = 200;
const BUSY = 429;
const AGAIN_MILLIS = 700;

export interface Read {
  /** What was asked for, as `day time`. */
  readonly of: string;
  readonly answer: Past | null;
  readonly failed: string | null;
}

/** The moment that was chosen, once the choice rests. */
export function usePast(day: string, time: string, ready: boolean): Read {
  const [read, setRead] = useState<Read>({ of: '', answer: null, failed: null });
  useEffect(() => {
    if (!ready) {
      return;
    }
    let over = false;
    let waiting: ReturnType<typeof setTimeout>;
    const of = `${day} ${time}`;
    const load = () => {
      past(day, time).then(
        (answer) => {
          if (!over) {
            setRead({ of, answer, failed: null });
          }
        },
        (error: unknown) => {
          if (over) {
            return;
          }
          if (error instanceof Refused && error.status === BUSY) {
            waiting = setTimeout(load, AGAIN_MILLIS);
          } else {
            setRead({ of, answer: null, failed: error instanceof Error ? error.message : String(error) });
          }
        },
      );
    };
    waiting = setTimeout(load, REST_MILLIS);
    return () => {
      over = true;
      clearTimeout(waiting);
    };
  }, [day, time, ready]);
  return read;
}
