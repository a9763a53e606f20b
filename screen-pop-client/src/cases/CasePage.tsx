import { Link, useLocation } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { longTime } from '../format/relative';
import { useMoments } from '../format/use-moments';
import { useKeys } from '../frame/use-keys';
import { useTexts } from '../texts/use-texts';
import { CaseActs } from './CaseActs';
import { CaseCalls } from './CaseCalls';
import { CaseNote } from './CaseNote';
import { CaseSteps } from './CaseSteps';
import { Due } from './Due';
import { StateMark } from './StateMark';
import { useCase } from './use-case';
import type { Case } from './wire';
import './cases.css';

/** One case: how it stands, what can be done now, and every step of it. */
export function CasePage({ id }: { readonly id: string }) {
  const t = useTexts();
  const [, go] = useLocation();
  const { found, failed, sending, refused, meanwhile, wish, anyway, leave, replace } = useCase(id);
  useKeys({
    Slash: () => go('/customers'),
    KeyM: () => document.querySelector<HTMLElement>('.case-note textarea')?.focus(),
  });
  if (found === null) {
    return (
      <div className="book">
        <h1 className="said">{t('nav.cases')}</h1>
        <Refusal failed={failed} />
      </div>
    );
  }
  const one = found.whole;
  return (
    <div className="book case" data-testid="case" data-case={one.id}>
      <header className="panel case-head">
        <div className="who-line">
          <h1>
            <Name>{one.title}</Name>
          </h1>
          <StateMark state={one.state} />
          <span className={`badge priority-${one.priority}`}>{t(`priority.${one.priority}`)}</span>
          {one.overdue && <span className="badge badge-bad">{t('case.overdue')}</span>}
        </div>
        <p className="customer-of">
          <Link href={`/customers/${one.customer.id}`}>
            <Name>{one.customer.name}</Name>
          </Link>
          <span>{t(`caseKind.${one.kind}`)}</span>
          <Name>{one.category.name}</Name>
          {one.escalatedAt !== null && <span className="badge badge-bad">{t('case.escalated')}</span>}
        </p>
        {one.text !== '' && (
          <p className="case-text" dir="auto">
            {one.text}
          </p>
        )}
      </header>
      <Refusal failed={refused} />
      {meanwhile !== null && (
        <section className="conflict" role="alertdialog" aria-labelledby="case-changed">
          <h2 id="case-changed">{t('case.changed')}</h2>
          <CaseSteps steps={meanwhile} />
          <div className="form-end">
            <button type="button" className="primary" onClick={anyway}>
              {t('case.anyway')}
            </button>
            <button type="button" onClick={leave}>
              {t('case.leave')}
            </button>
          </div>
        </section>
      )}
      <div className="customer">
        <div className="customer-side">
          <Facts one={one} />
          <CaseActs one={one} sending={sending} onWish={wish} />
          <CaseCalls found={found} onChange={replace} />
        </div>
        <div className="customer-main">
          <CaseNote key={found.steps.length} sending={sending} onWish={wish} />
          <section className="panel">
            <h2>{t('case.steps')}</h2>
            <CaseSteps steps={found.steps.toReversed()} />
          </section>
        </div>
      </div>
    </div>
  );
}

function Facts({ one }: { readonly one: Case }) {
  const t = useTexts();
  const { moment } = useMoments();
  const over = one.state === 'SOLVED' || one.state === 'CLOSED';
  return (
    <section className="panel">
      <dl className="own-fields">
        <div>
          <dt>{t('case.opened')}</dt>
          <dd className="figure">{moment(Date.parse(one.openedAt))}</dd>
        </div>
        <div>
          <dt>{t(one.firstAnswerSeconds === null ? 'case.answerBy' : 'case.firstAnswer')}</dt>
          <dd>
            {one.firstAnswerSeconds === null ? (
              <Due at={one.answerDueAt} over={over} />
            ) : (
              longTime(one.firstAnswerSeconds)
            )}
          </dd>
        </div>
        <div>
          <dt>{t(one.solutionSeconds === null ? 'case.solveBy' : 'case.solution')}</dt>
          <dd>
            {one.solutionSeconds === null ? (
              <Due at={one.dueAt} over={over} />
            ) : (
              longTime(one.solutionSeconds)
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
