import { Link } from 'wouter';
import { addCallTo, callKey, takeCallFrom } from '../cases/api';
import { Due } from '../cases/Due';
import { OpenCase } from '../cases/OpenCase';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { setWork, useWork } from '../link/work';
import type { Customer, Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { caseRows, type CaseRow } from './case-rows';
import { openWork } from './open-work';
import { useCallCases } from './use-call-cases';
import '../cases/cases.css';

interface Props {
  readonly pop: Pop;
  readonly customer: Customer;
}

/** Their open cases: one click says that the call belongs to one, another takes that back. */
export function CardCases({ pop, customer }: Props) {
  const t = useTexts();
  const work = useWork(pop.call);
  const { value, again } = useCallCases(pop.call);
  const { sending, failed, send } = useSending();
  const rows = caseRows(customer.matters?.openCases ?? [], value ?? []);
  const more = customer.matters?.moreCases ?? 0;
  const writing = work?.kind === 'case';
  const belong = (row: CaseRow) =>
    void send(async () => {
      await (row.mine ? takeCallFrom : addCallTo)(row.id, callKey(pop.call));
    }).finally(again);
  const leave = () => setWork(pop.call, null);
  return (
    <section className="card-cases">
      <header>
        <h3>{t('card.cases')}</h3>
        <button
          type="button"
          className="quiet"
          data-testid="new-case"
          aria-expanded={writing}
          onClick={() => openWork(pop, 'case')}
        >
          {t('card.newCase')} <kbd>C</kbd>
        </button>
      </header>
      {writing && (
        <OpenCase
          customer={customer}
          call={callKey(pop.call)}
          onCancel={leave}
          onDone={() => {
            leave();
            again();
          }}
        />
      )}
      <Refusal failed={failed} />
      {rows.length === 0 && !writing && <p className="faint">{t('card.noCases')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={row.mine ? 'mine' : ''} data-testid="card-case" data-case={row.id}>
            <span className="case-what">
              <Link href={`/cases/${row.id}`}>
                <bdi dir="ltr">#{count(row.id)}</bdi> <Name>{row.title}</Name>
              </Link>
              <small className="dotted">
                {(row.priority === 'HIGH' || row.priority === 'URGENT') && (
                  <span className={`priority-${row.priority}`}>{t(`priority.${row.priority}`)}</span>
                )}
                <span>
                  <Name>{row.category}</Name>
                </span>
                <Due at={row.due === null ? null : new Date(row.due).toISOString()} over={!row.open} />
              </small>
            </span>
            <button
              type="button"
              className="belongs"
              aria-pressed={row.mine}
              disabled={sending}
              data-testid="file-call"
              onClick={() => belong(row)}
            >
              {t(row.mine ? 'card.filed' : 'card.file')}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Link href={`/customers/${customer.id}`}>
            {t('card.moreCases', { count: more, shown: count(more) })}
          </Link>
        </p>
      )}
    </section>
  );
}
