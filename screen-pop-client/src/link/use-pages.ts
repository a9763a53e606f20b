import { useEffect, useState } from 'react';

interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

interface Pages<T> extends Page<T> {
  /** Whether the first page has come. */
  readonly read: boolean;
  readonly failed: Error | null;
  readonly more: () => void;
  readonly again: () => void;
}

/** A list that the server tells page by page; the answer to an older question never comes over the newer one. */
export function usePages<T>(
  load: (key: string, after: string | null) => Promise<Page<T>>,
  key: string,
): Pages<T> {
  const [shown, setShown] = useState<Page<T> & { readonly key: string }>({ key: '', rows: [], next: null });
  const [read, setRead] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const [round, setRound] = useState(0);
  const fail = (error: unknown) => setFailed(error instanceof Error ? error : new Error(String(error)));
  useEffect(() => {
    let wanted = true;
    load(key, null).then(
      (page) => {
        if (wanted) {
          setShown({ ...page, key });
          setRead(true);
          setFailed(null);
        }
      },
      (error: unknown) => {
        if (wanted) {
          fail(error);
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, key, round]);
  const more = () =>
    void load(key, shown.next).then(
      (page) =>
        setShown((before) =>
          before.key === key && before.next === shown.next
            ? { key, rows: [...before.rows, ...page.rows], next: page.next }
            : before,
        ),
      fail,
    );
  return { ...shown, read, failed, more, again: () => setRound((before) => before + 1) };
}
