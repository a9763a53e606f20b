import { useState } from 'react';
import { Elapsed } from '../format/Elapsed';
import { Name, PhoneNumber } from '../format/Isolated';
import { duration } from '../format/times';
import { customerOf, numberOf } from '../link/state';
import { dismiss } from '../link/store';
import type { AgentOnFloor, Pop } from '../link/wire';
import { isolated } from '../texts';
import { useTexts } from '../texts/use-texts';
import { Actions } from './Actions';
import { Candidates } from './Candidates';
import { CustomerFacts } from './CustomerFacts';
import { Reasons } from './Reasons';
import { StateMark } from './StateMark';
import { Who } from './Who';
import './card.css';

interface Props {
  readonly pop: Pop;
  readonly agents: readonly AgentOnFloor[];
}

/** One call on this screen, in the order in which an agent asks: who, which number, why here, what matters, what now. */
export function PopCard({ pop, agents }: Props) {
  const t = useTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const found = customerOf(pop);
  const number = numberOf(pop);
  const several = pop.lookUp?.type === 'found' && pop.lookUp.candidates.length > 1;
  return (
    <article
      className={`card card-${pop.state}`}
      data-testid="pop-card"
      data-state={pop.state}
      data-call={pop.call}
    >
      <header className="card-head">
        <StateMark state={pop.state} />
        <span className="card-timer">
          <Timer pop={pop} />
        </span>
        {pop.state === 'ENDED' && (
          <button type="button" className="quiet" onClick={() => dismiss(pop.call)}>
            {t('card.close')}
          </button>
        )}
      </header>
      <Who pop={pop} found={found} />
      <p className="card-number">
        {number !== '' && (
          <span data-testid="pop-number">
            <PhoneNumber>{number}</PhoneNumber>
          </span>
        )}
        {found !== null && (
          <span className={`quality quality-${found.quality}`}>
            {t(`quality.${found.quality}`)}
            {found.label !== '' && (
              <>
                {' · '}
                <Name>{found.label}</Name>
              </>
            )}
          </span>
        )}
      </p>
      {several && <Candidates pop={pop} />}
      <WhyHere pop={pop} agents={agents} />
      {found !== null && <CustomerFacts customer={found.customer} agents={agents} />}
      <Actions pop={pop} onRefused={setRefused} />
      <p role="alert" className="refused">
        {refused ?? ''}
      </p>
      <Reasons because={pop.because} />
    </article>
  );
}

function Timer({ pop }: { readonly pop: Pop }) {
  if (pop.endedAt !== null) {
    return <span className="figure">{duration(pop.endedAt - (pop.answeredAt ?? pop.ringingSince))}</span>;
  }
  return <Elapsed since={pop.answeredAt ?? pop.ringingSince} />;
}

function WhyHere({ pop, agents }: Props) {
  const t = useTexts();
  const { reach } = pop;
  const from = agents.find((agent) => agent.login === reach.transferredBy)?.name ?? reach.transferredBy;
  const way =
    pop.direction === 'OUTGOING'
      ? t('card.outgoing')
      : reach.queue === null
        ? t('card.direct')
        : t('card.queue', { queue: isolated(reach.queueLabel ?? reach.queue) });
  return (
    <ul className="card-why">
      <li data-testid="pop-queue">{way}</li>
      {reach.did !== null && <li>{t('card.dialled', { label: isolated(reach.didLabel ?? reach.did) })}</li>}
      {from !== null && <li>{t('card.transferredBy', { agent: isolated(from) })}</li>}
      {pop.direction === 'INCOMING' && <Waited pop={pop} />}
    </ul>
  );
}

function Waited({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  if (pop.state === 'RINGING') {
    return (
      <li>
        {t('card.waited', { time: '\u0000' })
          .split('\u0000')
          .flatMap((part, index) =>
            index === 0 ? [part] : [<Elapsed key="time" since={pop.waitingSince} />, part],
          )}
      </li>
    );
  }
  const until = pop.answeredAt ?? pop.endedAt;
  return until === null ? null : (
    <li>{t('card.waitedTotal', { time: duration(until - pop.waitingSince) })}</li>
  );
}
