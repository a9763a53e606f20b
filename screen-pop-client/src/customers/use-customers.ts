import { useEffect, useRef, useState } from 'react';
import { customers } from './api';
import type { Filters } from './filters';
import type { CustomerList, CustomerSummary } from './wire';

/** Fast typing asks once. */
const PAUSE_MILLIS = 120;

interface Found {
  readonly rows: readonly CustomerSummary[];
  readonly next: string | null;
  /** What stands there answers an older question. */
  readonly asking: boolean;
  /** Whether any question was answered yet. */
  readonly answered: boolean;
  readonly failed: Error | null;
  readonly more: () => void;
}

const nothing: CustomerList = { customers: [], next: null };

/** Search as you type, while it is wanted. An answer that is overtaken by the next letter is dropped; what stands there stays until then. */
export function useCustomers(filters: Filters, wanted = true): Found {
  const asked = JSON.stringify(filters);
  const [shown, setShown] = useState({ asked: '', list: nothing });
  const [failed, setFailed] = useState<{ asked: string; error: Error } | null>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    const stop = new AbortController();
    const ask = () => {
      customers(JSON.parse(asked) as Filters, null, stop.signal).then(
        (list) => {
          setShown({ asked, list });
          setFailed(null);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) {
            setFailed({ asked, error: error instanceof Error ? error : new Error(String(error)) });
          }
        },
      );
    };
    const timer = setTimeout(ask, first.current ? 0 : PAUSE_MILLIS);
    first.current = false;
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, wanted]);
  const more = () => {
    customers(filters, shown.list.next).then(
      (list) =>
        setShown((before) =>
          before.asked === asked
            ? { asked, list: { customers: [...before.list.customers, ...list.customers], next: list.next } }
            : before,
        ),
      (error: unknown) =>
        setFailed({ asked, error: error instanceof Error ? error : new Error(String(error)) }),
    );
  };
  const now = failed?.asked === asked ? failed.error : null;
  return {
    rows: shown.list.customers,
    next: shown.asked === asked ? shown.list.next : null,
    asking: shown.asked !== asked && now === null,
    answered: shown.asked !== '',
    failed: now,
    more,
  };
}
