import { StateMark } from '../desk/StateMark';
import { Name } from '../format/Isolated';
import { whoOf } from '../link/state';
import type { PastFloor } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** Which card stood on whose desk. */
export function Cards({ cards }: { readonly cards: PastFloor['cards'] }) {
  const t = useTexts();
  const nameOf = usePeople();
  return (
    <section>
      <h2>{t('past.cards')}</h2>
      {cards.length === 0 ? (
        <p className="faint none">{t('past.noCards')}</p>
      ) : (
        <ul className="past-cards">
          {cards.map(({ agent, pop }) => (
            <li
              key={`${agent} ${pop.call}`}
              className={`state-${pop.state}`}
              data-testid="past-card"
              data-state={pop.state}
            >
              <strong>
                <Name>{nameOf(agent)}</Name>
              </strong>
              <StateMark state={pop.state} />
              <Name>{whoOf(pop)}</Name>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
