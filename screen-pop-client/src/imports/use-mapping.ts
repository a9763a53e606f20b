import { useCallback, useEffect, useRef, useState } from 'react';
import { map } from './api';
import { bodyFor, isAnew, type Change } from './reading';
import type { ImportJob, ImportPreview, Mapping } from './wire';

interface Mapped {
  /** As the server read it last. */
  readonly shown: ImportPreview;
  /** As it is wished for: shown at once, though the server may not have answered yet or refused it. */
  readonly wish: Mapping;
  readonly busy: boolean;
  /** It is being read so that its columns are others. */
  readonly anew: boolean;
  readonly failed: Error | null;
  readonly change: (change: Change) => void;
  /** Whether all that was wished is so now. */
  readonly settled: () => Promise<boolean>;
}

/** Sends what is changed, one after the other; of changes that wait, the last one holds all. */
export function useMapping(first: ImportPreview, onJob: (job: ImportJob) => void): Mapped {
  const [shown, setShown] = useState(first);
  const [wish, setWish] = useState(first.job.mapping);
  const [failed, setFailed] = useState<Error | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [anew, setAnew] = useState(false);
  const newest = useRef({ number: 0, mapping: first.job.mapping });
  const unsent = useRef<Change>({});
  const line = useRef<Promise<boolean>>(Promise.resolve(true));
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  const change = useCallback(
    (some: Change) => {
      const mapping = { ...newest.current.mapping, ...some };
      const number = newest.current.number + 1;
      newest.current = { number, mapping };
      unsent.current = { ...unsent.current, ...some };
      setWish(mapping);
      setWaiting((before) => before + 1);
      setAnew((before) => before || isAnew(some));
      const before = line.current;
      line.current = (async () => {
        await before;
        try {
          if (newest.current.number !== number) {
            return false;
          }
          const all = unsent.current;
          unsent.current = {};
          const answer = await map(first.job.id, bodyFor(mapping, all));
          // What was changed meanwhile is answered by its own turn.
          if (there.current && newest.current.number === number) {
            newest.current = { number, mapping: answer.job.mapping };
            setShown(answer);
            setWish(answer.job.mapping);
            setFailed(null);
            onJob(answer.job);
          }
          return true;
        } catch (error) {
          if (there.current && newest.current.number === number) {
            setFailed(error instanceof Error ? error : new Error(String(error)));
          }
          return false;
        } finally {
          setWaiting((left) => left - 1);
          if (newest.current.number === number) {
            setAnew(false);
          }
        }
      })();
    },
    [first.job.id, onJob],
  );
  const settled = useCallback(() => line.current, []);
  return { shown, wish, busy: waiting > 0, anew, failed, change, settled };
}
