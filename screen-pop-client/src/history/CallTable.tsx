import { Fragment, useState } from 'react';
import { Elapsed } from '../format/Elapsed';
import { Name, PhoneNumber } from '../format/Isolated';
import { duration, moment } from '../format/times';
import { useNow } from '../format/use-now';
import type { CallRow } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { CallDetails } from './CallDetails';

const columns = ['started', 'customer', 'number', 'queue', 'agent', 'wait', 'talk', 'outcome'] as const;

/** Calls as rows; a row opens into its legs and its reasons. */
export function CallTable({ rows }: { readonly rows: readonly CallRow[] }) {
  const t = useTexts();
  const now = useNow();
  const [open, setOpen] = useState<string | null>(null);
  if (rows.length === 0) {
    return <p className="faint">{t('history.none')}</p>;
  }
  return (
    <div className="table-scroll">
      <table className="table calls">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`col-${column}`}>
                {t(`history.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.call}>
              <tr
                data-testid="history-row"
                data-call={row.call}
                data-outcome={row.outcome}
                className={open === row.call ? 'row-open' : ''}
              >
                <td>
                  <button
                    type="button"
                    className="opener"
                    aria-expanded={open === row.call}
                    onClick={() => setOpen(open === row.call ? null : row.call)}
                  >
                    <span className="figure">{moment(row.startedAt, now)}</span>
                    <span className="said">{t('history.open')}</span>
                  </button>
                </td>
                <td className="col-customer">
                  <Customer row={row} />
                </td>
                <td>
                  <PhoneNumber>{row.display}</PhoneNumber>
                </td>
                <td>{row.queue !== null && <Name>{row.queue}</Name>}</td>
                <td>{row.agent !== null && <Name>{row.agent.name}</Name>}</td>
                <td>
                  {row.outcome === 'LIVE' && row.answeredAt === null ? (
                    <Elapsed since={row.startedAt} />
                  ) : (
                    <span className="figure">{duration(row.waitMillis)}</span>
                  )}
                </td>
                <td>
                  {row.outcome === 'LIVE' && row.answeredAt !== null ? (
                    <Elapsed since={row.answeredAt} />
                  ) : (
                    <span className="figure">{duration(row.talkMillis)}</span>
                  )}
                </td>
                <td>
                  <span className={`outcome outcome-${row.outcome}`}>{t(`outcome.${row.outcome}`)}</span>
                  {row.certainty !== 'LIVE' && (
                    <small> {t(row.certainty === 'REPAIRED' ? 'history.repaired' : 'history.partly')}</small>
                  )}
                </td>
              </tr>
              {open === row.call && (
                <tr className="details">
                  <td colSpan={columns.length}>
                    <CallDetails key={row.revision} call={row.call} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Customer({ row }: { readonly row: CallRow }) {
  const t = useTexts();
  if (row.customer !== null) {
    return (
      <>
        <Name>{row.customer.name}</Name>
        {row.customer.segment === 'VIP' && <span className="segment segment-vip">VIP</span>}
      </>
    );
  }
  const honest =
    row.caller.kind === 'WITHHELD'
      ? t('card.withheld')
      : row.caller.kind === 'UNAVAILABLE'
        ? t('card.unavailable')
        : row.caller.kind === 'INTERNAL'
          ? row.caller.name
          : t('card.unknown');
  return <span className={row.caller.kind === 'INTERNAL' ? '' : 'faint'}>{honest}</span>;
}
