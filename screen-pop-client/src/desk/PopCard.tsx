import { customerOf, numberOf } from '../link/state';
import { Name, PhoneNumber } from '../format/Isolated';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { Actions } from './Actions';
import { Candidates } from './Candidates';
import { CardHead } from './CardHead';
import { CustomerFacts } from './CustomerFacts';
import { Notes } from './Notes';
import { Reasons } from './Reasons';
import { Way } from './Way';
import { Who } from './Who';
import './card.css';

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
  const t = useTexts();
  const found = customerOf(pop);
  const number = numberOf(pop);
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
        <p className="card-number">
          {number !== '' && (
            <span data-testid="pop-number">
              <PhoneNumber>{number}</PhoneNumber>
            </span>
          )}
          {found !== null && (
            <span className="quality">
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
        <Way pop={pop} />
        <Actions pop={pop} />
      </div>
      {!small && (
        <div className="card-customer">
          <Candidates pop={pop} />
          {found !== null && <CustomerFacts customer={found.customer} />}
          <Notes pop={pop} />
        </div>
      )}
      {!small && <Reasons because={pop.because} />}
    </article>
  );
}
