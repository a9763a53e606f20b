import { PhoneNumber } from '../format/Isolated';
import { count } from '../format/times';
import { numberOf } from '../link/state';
import { surenessOf } from '../link/sureness';
import type { Candidate, Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { Sure } from './Sure';

interface Props {
  readonly pop: Pop;
  readonly found: Candidate | null;
}

/** The number, and how sure we are by it. Both keep their places while the book is being asked. */
export function CardNumber({ pop, found }: Props) {
  const t = useTexts();
  const number = numberOf(pop);
  const sharedBy = pop.lookUp?.type === 'found' ? pop.lookUp.candidates.length : 0;
  return (
    <div className="card-number">
      {number !== '' && (
        <span data-testid="pop-number">
          <PhoneNumber>{number}</PhoneNumber>
        </span>
      )}
      {found !== null ? (
        <Sure how={surenessOf(pop, found)} />
      ) : (
        sharedBy > 1 && (
          <p className="sure" data-testid="shared-number">
            {t('sure.shared', { count: sharedBy, shown: count(sharedBy) })}
          </p>
        )
      )}
    </div>
  );
}
