import { useCallback, useEffect, useState } from 'react';

interface Loaded<T> {
  /** Null until it is there. */
  readonly value: T | null;
  readonly failed: Error | null;
  /** Reads it anew; what is shown stays until then. */
  readonly again: () => void;
  /** What the server answered to a change takes its place. */
  readonly replace: (value: T) => void;
}

interface Read<T> {
  readonly key: string;
  readonly value: T | null;
  readonly failed: Error | null;
}

/** What the server says under a key; the answer to an older key never comes over the newer one. */
export function useLoaded<T>(load: (key: string) => Promise<T>, key: string): Loaded<T> {
  const [read, setRead] = useState<Read<T> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    load(key).then(
      (value) => {
        if (wanted) {
          setRead({ key, value, failed: null });
        }
      },
      (error: unknown) => {
        if (wanted) {
          setRead((before) => ({
            key,
            value: before?.key === key ? before.value : null,
            failed: error instanceof Error ? error : new Error(String(error)),
          }));
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((value: T) => setRead({ key, value, failed: null }), [key]);
  const mine = read?.key === key ? read : null;
  return { value: mine?.value ?? null, failed: mine?.failed ?? null, again, replace };
}
