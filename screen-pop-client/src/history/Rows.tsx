import { useEffect, useState } from 'react';
import { calls } from '../link/api';
import { Refused } from '../link/http';
import { useLive } from '../link/store';
import type { CallRow } from '../link/wire';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import { CallTable } from './CallTable';
import type { Column } from './columns';

/** A database that is away is asked again so often. */
const AGAIN_MILLIS = 5000;

interface Props {
  readonly only?: (row: CallRow) => boolean;
  readonly none: string;
  readonly without?: readonly Column[];
  readonly byDay?: boolean;
}

/** Calls, newest first: what the server has, with what the line tells since on top. */
export function Rows({ only = () => true, none, without = [], byDay = false }: Props) {
  const t = useTexts();
  const live = useLive();
  const [rows, setRows] = useState<readonly CallRow[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const load = (before: string | null) => {
    calls(before).then(
      (page) => {
        setRows((known) => (before === null ? page.rows : [...known, ...page.rows]));
        setNext(page.next);
        setFailed(null);
      },
      (error: unknown) => setFailed(error instanceof Error ? error : new Error(String(error))),
    );
  };
  const settled = live.phase === 'live';
  // A line that was down may have missed calls: the list is read anew when it is back.
  useEffect(() => {
    if (settled) {
      load(null);
    }
  }, [settled]);
  const away = failed instanceof Refused && failed.status === 503;
  useEffect(() => {
    if (!away) {
      return undefined;
    }
    const again = setInterval(() => load(null), AGAIN_MILLIS);
    return () => clearInterval(again);
  }, [away]);
  const all = merged(rows, live.calls);
  const shown = all.filter(only);
  // A list of some of the calls may go on behind what was loaded.
  const more = next !== null && shown.length === all.length;
  return (
    <>
      {failed !== null && (
        <p role="alert" className="banner">
          {away
            ? t('history.away')
            : t('history.failed', {
                reason: isolated(failed.message),
              })}
        </p>
      )}
      <CallTable rows={shown} none={none} without={without} byDay={byDay} />
      {more && (
        <button type="button" className="more" onClick={() => load(next)}>
          {t('history.more')}
        </button>
      )}
    </>
  );
}

function merged(rows: readonly CallRow[], live: readonly CallRow[]): readonly CallRow[] {
  const byCall = new Map(rows.map((row) => [row.call, row]));
  for (const row of live) {
    const known = byCall.get(row.call);
    if (known === undefined || row.revision >= known.revision) {
      byCall.set(row.call, row);
    }
  }
  return [...byCall.values()].sort((one, other) => other.startedAt - one.startedAt);
}
