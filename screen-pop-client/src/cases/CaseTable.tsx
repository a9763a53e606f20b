import { Link } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { usePages } from '../link/use-pages';
import { useTexts } from '../texts/use-texts';
import { cases } from './api';
import { Due } from './Due';
import { StateMark } from './StateMark';
import type { Case, CaseView } from './wire';

const columns = ['due', 'case', 'customer', 'state', 'priority', 'charge'] as const;

const load = async (view: string, after: string | null) => {
  const page = await cases(view as CaseView, after);
  return { rows: page.cases, next: page.next };
};

export function CaseTable({ view }: { readonly view: CaseView }) {
  const t = useTexts();
  const { rows, next, read, failed, more } = usePages(load, view);
  return (
    <>
      <Refusal failed={failed} />
      {read && rows.length === 0 && <p className="faint">{t('cases.none')}</p>}
      {rows.length > 0 && (
        <table className="table case-table" aria-label={t('nav.cases')}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`col-${column}`}>
                  {t(`cases.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
      {next !== null && (
        <button type="button" className="more" onClick={more}>
          {t('cases.more')}
        </button>
      )}
    </>
  );
}

function Row({ one }: { readonly one: Case }) {
  const t = useTexts();
  const over = one.state === 'SOLVED' || one.state === 'CLOSED';
  // While the customer waits for a first answer, that is what is due.
  const due = one.firstAnswerAt === null ? (one.answerDueAt ?? one.dueAt) : one.dueAt;
  return (
    <tr data-testid="case-row" data-case={one.id} className={one.overdue ? 'row-late' : ''}>
      <td className="col-due">
        <Due at={due} over={over} />
      </td>
      <td className="col-case">
        <Link href={`/cases/${one.id}`} className="row-link">
          <Name>{one.title}</Name>
        </Link>
        <small className="of">
          <Name>{one.category.name}</Name>
        </small>
      </td>
      <td className="col-customer">
        <Name>{one.customer.name}</Name>
      </td>
      <td className="col-state">
        <StateMark state={one.state} />
      </td>
      <td className={`col-priority priority-${one.priority}`}>{t(`priority.${one.priority}`)}</td>
      <td className="col-charge">
        {one.person !== null && <Name>{one.person.name}</Name>}
        {one.team !== null && (
          <small className={one.person === null ? undefined : 'of'}>
            <Name>{one.team.name}</Name>
          </small>
        )}
      </td>
    </tr>
  );
}
