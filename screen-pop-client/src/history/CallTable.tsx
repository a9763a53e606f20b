import { useState } from 'react';
import { dayBefore } from '../format/times';
import { useMoments } from '../format/use-moments';
import type { CallRow } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { CallLine } from './CallLine';
import { columns, type Column } from './columns';
import './history.css';

interface Props {
  /** Newest first. */
  readonly rows: readonly CallRow[];
  readonly none: string;
  readonly without?: readonly Column[];
  /** One heading for each day; for lists that reach back. */
  readonly byDay?: boolean;
}

/** Calls as rows; a row opens into its legs and its reasons. */
export function CallTable({ rows, none, without = [], byDay = false }: Props) {
  const t = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  const { today, day, date } = useMoments();
  if (rows.length === 0) {
    return <p className="faint none">{none}</p>;
  }
  const shown = columns.filter((column) => !without.includes(column));
  const days = Map.groupBy(rows, (row) => (byDay ? day(row.startedAt) : ''));
  const yesterday = dayBefore(today);
  const called = (key: string, at: number) =>
    key === today ? t('history.today') : key === yesterday ? t('history.yesterday') : date(at);
  return (
    <table className="table calls">
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column} scope="col" className={`col-${column}`}>
              {t(`history.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {[...days].map(([key, calls]) => (
        <tbody key={key}>
          {byDay && (
            <tr className="day">
              <th scope="rowgroup" colSpan={shown.length}>
                {called(key, calls[0]?.startedAt ?? 0)}
              </th>
            </tr>
          )}
          {calls.map((row) => (
            <CallLine
              key={row.call}
              row={row}
              columns={shown}
              open={open === row.call}
              onToggle={() => setOpen(open === row.call ? null : row.call)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
