import { Elapsed } from '../format/Elapsed';
import { Name, PhoneNumber } from '../format/Isolated';
import { duration } from '../format/times';
import { useMoments } from '../format/use-moments';
import type { CallRow } from '../link/wire';
import { useLabels } from '../texts/use-labels';
import { useTexts } from '../texts/use-texts';
import { CallDetails } from './CallDetails';
import type { Column } from './columns';
import { CustomerCell } from './CustomerCell';
import { Direction } from './Direction';
import { Outcome } from './Outcome';

interface Props {
  readonly row: CallRow;
  readonly columns: readonly Column[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function CallLine({ row, columns, open, onToggle }: Props) {
  return (
    <>
      <tr
        data-testid="history-row"
        data-call={row.call}
        data-outcome={row.outcome}
        className={open ? 'call-row row-open' : 'call-row'}
      >
        {columns.map((column) => (
          <td key={column} className={`col-${column}`}>
            {column === 'started' ? (
              <Opener row={row} open={open} onToggle={onToggle} />
            ) : (
              <Cell row={row} column={column} />
            )}
          </td>
        ))}
      </tr>
      {open && (
        <tr className="details">
          <td colSpan={columns.length}>
            <CallDetails key={row.revision} call={row.call} />
          </td>
        </tr>
      )}
    </>
  );
}

function Opener({ row, open, onToggle }: Pick<Props, 'row' | 'open' | 'onToggle'>) {
  const t = useTexts();
  const { time } = useMoments();
  return (
    <button type="button" className="opener" aria-expanded={open} onClick={onToggle}>
      <Direction direction={row.direction} />
      <span className="figure">{time(row.startedAt)}</span>
      <span className="said">{t('history.open')}</span>
    </button>
  );
}

function Cell({ row, column }: { readonly row: CallRow; readonly column: Exclude<Column, 'started'> }) {
  const label = useLabels();
  const lives = row.outcome === 'LIVE';
  switch (column) {
    case 'customer':
      return <CustomerCell row={row} />;
    case 'number':
      return row.display === '' ? null : <PhoneNumber>{row.display}</PhoneNumber>;
    case 'queue':
      return row.queue === null ? null : <Name>{label(row.queue, row.queueLabel)}</Name>;
    case 'agent':
      return row.agent === null ? null : <Name>{row.agent.name}</Name>;
    case 'wait':
      return lives && row.answeredAt === null ? (
        <Elapsed since={row.startedAt} />
      ) : (
        <Span of={row.waitMillis} />
      );
    case 'talk':
      return row.answeredAt === null ? (
        <span className="faint">–</span>
      ) : lives ? (
        <Elapsed since={row.answeredAt} />
      ) : (
        <Span of={row.talkMillis} />
      );
    case 'outcome':
      return <Outcome row={row} />;
  }
}

function Span({ of }: { readonly of: number }) {
  return <span className="figure">{duration(of)}</span>;
}
