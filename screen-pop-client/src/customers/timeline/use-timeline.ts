import { useCallback, useEffect, useState } from 'react';
import { timeline } from '../api';
import type { TimelineEntry } from '../wire';

interface Read {
  readonly entries: readonly TimelineEntry[];
  readonly next: string | null;
  readonly failed: Error | null;
  readonly read: boolean;
}

/** What happened to a customer, page by page, newest first. */
export function useTimeline(id: number): Read & { readonly older: () => void } {
  const [read, setRead] = useState<Read>({ entries: [], next: null, failed: null, read: false });
  const load = useCallback(
    (before: string | null) =>
      timeline(id, before).then(
        (page) =>
          setRead((known) => ({
            entries: before === null ? page.entries : [...known.entries, ...page.entries],
            next: page.next,
            failed: null,
            read: true,
          })),
        (error: unknown) =>
          setRead((known) => ({
            ...known,
            failed: error instanceof Error ? error : new Error(String(error)),
          })),
      ),
    [id],
  );
  useEffect(() => void load(null), [load]);
  return { ...read, older: () => void load(read.next) };
}
