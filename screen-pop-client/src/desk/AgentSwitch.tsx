import { Elapsed } from '../format/Elapsed';
import { PhoneNumber } from '../format/Isolated';
import { ask, ME, useStore } from '../link/store';
import type { AgentOnFloor } from '../link/wire';
import { pauseReasons, usePauseReason } from '../texts/pause';
import { useTexts } from '../texts/use-texts';
import { Refusal } from './Refusal';

/** My state, how long I have been in it, and the switch: one click for ready, one for each kind of pause. */
export function AgentSwitch({ mine }: { readonly mine: AgentOnFloor }) {
  const t = useTexts();
  const reason = usePauseReason();
  const asking = useStore((store) => store.asked[ME] === 'asking');
  const paused = mine.state === 'NOT_READY';
  return (
    <section className={`panel my-state agent-${mine.state}`} aria-label={t('agent.mine')}>
      <p className="agent-state" data-testid="agent-state" data-state={mine.state}>
        <strong>{t(`agent.${mine.state}`)}</strong>
        <Elapsed since={mine.since} />
        <small>
          {paused && mine.reason !== null && reason(mine.reason)}
          {mine.extension !== null && (
            <>
              {t('desk.phone')} <PhoneNumber>{mine.extension}</PhoneNumber>
            </>
          )}
        </small>
      </p>
      <div className="switch">
        <button
          type="button"
          className="switch-ready"
          aria-pressed={!paused}
          disabled={asking}
          onClick={() => void ask({ type: 'ready', ready: true, reason: null })}
        >
          {t('agent.ready')} {paused && <kbd>P</kbd>}
        </button>
        {pauseReasons.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={paused && mine.reason === one}
            disabled={asking}
            onClick={() => void ask({ type: 'ready', ready: false, reason: one })}
          >
            {reason(one)} {!paused && one === 'break' && <kbd>P</kbd>}
          </button>
        ))}
      </div>
      <Refusal about={ME} />
    </section>
  );
}
