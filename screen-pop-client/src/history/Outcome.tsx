import type { CallRow } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** How it ended, or how it stands; and how sure the history is of it. */
export function Outcome({ row }: { readonly row: CallRow }) {
  const t = useTexts();
  const talks = row.outcome === 'LIVE' && row.answeredAt !== null;
  return (
    <>
      <span className={`outcome outcome-${row.outcome} ${talks ? 'outcome-talks' : ''}`}>
        {row.outcome === 'LIVE' ? t(talks ? 'live.talking' : 'live.waiting') : t(`outcome.${row.outcome}`)}
      </span>
      {row.certainty !== 'LIVE' && (
        <small className="certainty">
          {t(row.certainty === 'REPAIRED' ? 'history.repaired' : 'history.partly')}
        </small>
      )}
    </>
  );
}
