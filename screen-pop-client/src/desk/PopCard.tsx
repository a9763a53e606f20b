import { customerOf, mayTakeIn } from '../link/state';
import type { Pop } from '../link/wire';
import { Actions } from './Actions';
import { Candidates } from './Candidates';
import { CardHead } from './CardHead';
import { CardNumber } from './CardNumber';
import { CustomerFacts } from './CustomerFacts';
import { Notes } from './Notes';
import { Reasons } from './Reasons';
import { TakeIn } from './TakeIn';
import { Way } from './Way';
import { Who } from './Who';
import './card.css';
import './customer-side.css';

interface Props {
  readonly pop: Pop;
  /** A second call that rings during another one: what matters of it, and no more. */
  readonly small: boolean;
}

/**
 * One call on this screen, in the order in which an agent asks: who, which number, why here, what matters, what now.
 * Whatever is looked up later has a side of its own, so that nothing moves under the pointer.
 */
export function PopCard({ pop, small }: Props) {
  const found = customerOf(pop);
  // Where nobody is looked up, that side is free.
  const aside = pop.caller.kind !== 'NUMBER';
  return (
    <article
      className={`card card-${pop.state} ${small ? 'card-small' : ''}`}
      data-testid="pop-card"
      data-state={pop.state}
      data-call={pop.call}
    >
      <CardHead pop={pop} />
      <div className="card-call">
        <Who pop={pop} found={found} />
        <CardNumber pop={pop} found={found} />
        <Way pop={pop} />
        <Actions pop={pop} />
      </div>
      {!small && (
        <div className="card-customer">
          <Candidates pop={pop} />
          {found !== null && <CustomerFacts pop={pop} found={found} />}
          {mayTakeIn(pop) && <TakeIn pop={pop} />}
          {aside && <Notes pop={pop} />}
        </div>
      )}
      {!small && !aside && (
        <div className="card-notes">
          <Notes pop={pop} />
        </div>
      )}
      {!small && <Reasons because={pop.because} />}
    </article>
  );
}
