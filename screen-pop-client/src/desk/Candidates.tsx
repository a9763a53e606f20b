import { useState } from 'react';
import { Segment } from '../customers/Segment';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { customerOf } from '../link/state';
import { choose } from '../link/store';
import { surenessOf } from '../link/sureness';
import type { Candidate, Customer, Pop } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** Several customers share this number: one click says who it is. The list stays, so that a mistake can be mended. */
export function Candidates({ pop }: { readonly pop: Pop }) {
  return pop.lookUp?.type !== 'found' || pop.lookUp.candidates.length < 2 ? null : (
    <WhoOf pop={pop} candidates={pop.lookUp.candidates} />
  );
}

function WhoOf({ pop, candidates }: { readonly pop: Pop; readonly candidates: readonly Candidate[] }) {
  const t = useTexts();
  const { chosen } = pop;
  // Somebody stands there from the start: the others are for the rare mistake. It stays so, whatever is chosen then.
  const [brief] = useState(chosen !== null);
  const said = pop.because.some((because) => because.rule === 'match.chosen') ? customerOf(pop) : null;
  return (
    <section className="who-of">
      <h3>{t('card.candidates')}</h3>
      <ol className={brief ? 'candidates candidates-brief' : 'candidates'}>
        {candidates.map((one, index) => (
          <li key={one.customer.id}>
            <button
              type="button"
              aria-pressed={one.customer.id === chosen}
              data-testid="candidate"
              onClick={() => void choose(pop.call, one.customer.id)}
            >
              <kbd>{count(index + 1)}</kbd>
              <Who pop={pop} one={one} brief={brief} />
            </button>
          </li>
        ))}
      </ol>
      <p role="status" className="hint" data-testid="remembered">
        {said !== null
          ? said.origin === null && t('card.remembered', { who: isolated(said.customer.name) })
          : candidates.some(({ origin }) => origin === null) && t('card.remembers')}
      </p>
    </section>
  );
}

interface WhoProps {
  readonly pop: Pop;
  readonly one: Candidate;
  readonly brief: boolean;
}

/** Who it may be, and what made them stand where they stand. */
function Who({ pop, one, brief }: WhoProps) {
  const t = useTexts();
  const { customer } = one;
  const learned = surenessOf(pop, one).learned !== null;
  return (
    <span className="candidate-who">
      <span className="candidate-name">
        <strong>
          <Name>{customer.name}</Name>
        </strong>
        {customer.segment !== null && <Segment name={customer.segment} />}
        {learned && <span className="badge badge-work">{t('card.chosenBefore')}</span>}
        {brief && customer.company !== null && (
          <small>
            <Name>{customer.company}</Name>
          </small>
        )}
      </span>
      {!brief && <Standing one={one} />}
    </span>
  );
}

function Standing({ one }: { readonly one: Candidate }) {
  const t = useTexts();
  const { customer, quality, label, origin } = one;
  return (
    <>
      <small className="dotted">
        {customer.company !== null && (
          <span>
            <Name>{customer.company}</Name>
          </span>
        )}
        <span>
          {t(`quality.${quality}`)}
          {label !== '' && (
            <>
              {' ('}
              <Name>{label}</Name>)
            </>
          )}
        </span>
        {origin !== null && <span>{t('card.from', { directory: isolated(origin.directory) })}</span>}
      </small>
      <Ties customer={customer} />
    </>
  );
}

/** What ties them to us: the order of the list follows from it. */
function Ties({ customer }: { readonly customer: Customer }) {
  const t = useTexts();
  const person = usePeople();
  const { moment } = useMoments();
  const { owner, matters, lastContacts } = customer;
  const cases = (matters?.openCases.length ?? 0) + (matters?.moreCases ?? 0);
  const promised = matters?.callBacks[0];
  const last = lastContacts[0];
  if (owner === null && cases === 0 && promised === undefined && last === undefined) {
    return null;
  }
  return (
    <small className="dotted">
      {owner !== null && <span>{t('card.owner', { owner: isolated(person(owner)) })}</span>}
      {cases > 0 && <span>{t('card.openCases', { count: cases, shown: count(cases) })}</span>}
      {promised !== undefined && <span>{t('card.promised', { time: moment(promised.due) })}</span>}
      {last !== undefined && <span>{t('card.lastContact', { time: moment(last.at) })}</span>}
    </small>
  );
}
