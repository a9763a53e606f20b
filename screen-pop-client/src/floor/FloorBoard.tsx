import { CallTable } from '../history/CallTable';
import type { AgentOnFloor, CallRow, QueueOnFloor } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { AgentTile } from './AgentTile';
import { AgentsByState } from './AgentsByState';
import { QueueTile } from './QueueTile';
import './floor.css';

interface Props {
  readonly queues: readonly QueueOnFloor[];
  readonly agents: readonly AgentOnFloor[];
  /** Live ones, oldest first. */
  readonly calls: readonly CallRow[];
}

/** Queues, agents and calls of one moment. Tiles keep their places: only what they say changes. */
export function FloorBoard({ queues, agents, calls }: Props) {
  const t = useTexts();
  return (
    <>
      <section aria-label={t('floor.queues')} className="floor-queues">
        {queues.map((queue) => (
          <QueueTile
            key={queue.name}
            queue={queue}
            waiting={calls.filter((call) => call.queue === queue.name && call.answeredAt === null)}
          />
        ))}
        <AgentsByState agents={agents} />
      </section>
      <section>
        <h2>{t('floor.agents')}</h2>
        <ul className="floor-agents">
          {agents.map((agent) => (
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
    </>
  );
}
