import { Elapsed } from '../format/Elapsed';
import { duration } from '../format/times';
import { dismiss } from '../link/store';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { StateMark } from './StateMark';

/** The state, and for how long: ringing since it rings, the talk since it was answered. */
export function CardHead({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const since = pop.answeredAt ?? pop.ringingSince;
  return (
    <header className="card-head">
      <StateMark state={pop.state} />
      {pop.state === 'ENDED' && (
        <button type="button" className="quiet" onClick={() => dismiss(pop.call)}>
          {t('card.close')}
        </button>
      )}
      <span className="card-timer">
        {pop.endedAt === null ? (
          <Elapsed since={since} />
        ) : (
          <span className="figure">{duration(pop.endedAt - since)}</span>
        )}
      </span>
    </header>
  );
}
