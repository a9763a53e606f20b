import { CallTable } from '../history/CallTable';
import { useLive } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { AgentTile } from './AgentTile';
import { AgentsByState } from './AgentsByState';
import { QueueTile } from './QueueTile';
import './floor.css';

/** Everything that happens now, for who looks after the whole. Tiles keep their places: only what they say changes. */
export function Floor() {
  const t = useTexts();
  const live = useLive();
  const calls = live.calls.filter((call) => call.endedAt === null);
  return (
    <div className="floor">
      <h1 className="said">{t('nav.floor')}</h1>
      <section aria-label={t('floor.queues')} className="floor-queues">
        {live.queues.map((queue) => (
          <QueueTile
            key={queue.name}
            queue={queue}
            waiting={calls.filter((call) => call.queue === queue.name && call.answeredAt === null)}
          />
        ))}
        <AgentsByState agents={live.agents} />
      </section>
      <section>
        <h2>{t('floor.agents')}</h2>
        <ul className="floor-agents">
          {live.agents.map((agent) => (
            <AgentTile
              key={agent.login}
              agent={agent}
              call={calls.find((call) => call.agent?.login === agent.login && call.answeredAt !== null)}
            />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('floor.calls')}</h2>
        <CallTable rows={[...calls].reverse()} none={t('floor.noCalls')} />
      </section>
    </div>
  );
}
