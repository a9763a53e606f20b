import { Rows } from '../history/Rows';
import { useLive } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { AgentSwitch } from './AgentSwitch';
import { GoneNotices } from './GoneNotices';
import { PopCard } from './PopCard';
import { Queues } from './Queues';
import { useDeskKeys } from './use-desk-keys';
import { useNotifications } from './use-notifications';
import './desk.css';

/** Where an agent spends the day. */
export function Desk() {
  const t = useTexts();
  const live = useLive();
  useDeskKeys(live);
  const notifications = useNotifications(live.pops);
  const mine = live.agents.find((agent) => agent.login === live.me?.login);
  return (
    <div className="desk">
      <section className="desk-calls" aria-live="polite" aria-label={t('nav.desk')}>
        <GoneNotices gone={live.gone} agents={live.agents} />
        {live.pops.length === 0 ? (
          <div className="no-calls">
            <svg viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
              <path d="M14 20c0 16 36 10 36 26" />
              <circle cx="14" cy="16" r="6" />
              <circle cx="50" cy="48" r="6" />
            </svg>
            <h2>{t('desk.noCalls')}</h2>
            <p>
              {live.me?.extension === null
                ? t('desk.noPhone')
                : mine?.state === 'NOT_READY'
                  ? t('desk.notReadyHint')
                  : t('desk.readyHint')}
            </p>
          </div>
        ) : (
          [...live.pops].reverse().map((pop) => <PopCard key={pop.call} pop={pop} agents={live.agents} />)
        )}
      </section>
      <aside className="desk-side">
        {mine !== undefined && <AgentSwitch mine={mine} />}
        <Queues queues={live.queues} />
        {notifications}
      </aside>
      <section className="desk-day">
        <h2>{t('desk.myCalls')}</h2>
        <Rows />
      </section>
    </div>
  );
}
