import { useState } from 'react';
import { Elapsed } from '../format/Elapsed';
import { PhoneNumber } from '../format/Isolated';
import { ask } from '../link/store';
import type { AgentOnFloor } from '../link/wire';
import type { Key } from '../texts/en';
import { useTexts } from '../texts/use-texts';

const reasons = ['break', 'lunch', 'training', 'paperwork'] as const;

/** My state, how long I have been in it, and the switch. */
export function AgentSwitch({ mine }: { readonly mine: AgentOnFloor }) {
  const t = useTexts();
  const [reason, setReason] = useState<(typeof reasons)[number]>('break');
  const paused = mine.state === 'NOT_READY';
  const said = mine.reason !== null && isReason(mine.reason) ? t(`pause.${mine.reason}`) : mine.reason;
  return (
    <section className="panel my-state" aria-label={t('agent.mine')}>
      <p className={`agent-state agent-${mine.state}`} data-testid="agent-state" data-state={mine.state}>
        <strong>{t(`agent.${mine.state}` satisfies Key)}</strong>
        {paused && said !== null && <span>{said}</span>}
        <Elapsed since={mine.since} />
      </p>
      {paused ? (
        <button
          type="button"
          className="primary"
          onClick={() => void ask({ type: 'ready', ready: true, reason: null })}
        >
          {t('agent.ready')} <kbd>P</kbd>
        </button>
      ) : (
        <div className="pause">
          <select
            aria-label={t('agent.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value as (typeof reasons)[number])}
          >
            {reasons.map((one) => (
              <option key={one} value={one}>
                {t(`pause.${one}`)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => void ask({ type: 'ready', ready: false, reason })}>
            {t('agent.pause')} <kbd>P</kbd>
          </button>
        </div>
      )}
      {mine.extension !== null && (
        <p className="faint">
          {t('desk.phone')} <PhoneNumber>{mine.extension}</PhoneNumber>
        </p>
      )}
    </section>
  );
}

function isReason(text: string): text is (typeof reasons)[number] {
  return (reasons as readonly string[]).includes(text);
}
