import { Elapsed } from '../format/Elapsed';
import { duration } from '../format/times';
import { dismiss } from '../link/store';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { StateMark } from './StateMark';

const shapes = { RUNNING: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10', PAUSED: 'M4 3h3v10H4zM9 3h3v10H9z' };

/** Whether what is said now is kept: shape and word, and nothing where nothing is recorded. */
function RecordingMark({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const said =
    pop.recording !== null && (pop.state === 'TALKING' || pop.state === 'HELD') ? pop.recording : null;
  return (
    <span className={`recording-mark recording-${said ?? 'NONE'}`} role="status" data-testid="recording-mark">
      {said !== null && (
        <>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d={shapes[said]} />
          </svg>
          {t(`recording.${said}`)}
        </>
      )}
    </span>
  );
}

/** The state, and for how long: ringing since it rings, the talk since it was answered. */
export function CardHead({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const since = pop.answeredAt ?? pop.ringingSince;
  return (
    <header className="card-head">
      <StateMark state={pop.state} />
      <RecordingMark pop={pop} />
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
