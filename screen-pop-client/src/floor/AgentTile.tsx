import { Elapsed } from '../format/Elapsed';
import { Name, PhoneNumber } from '../format/Isolated';
import { CustomerCell } from '../history/CustomerCell';
import type { AgentOnFloor, CallRow } from '../link/wire';
import { usePauseReason } from '../texts/pause';
import { useTexts } from '../texts/use-texts';
import { AgentLamp } from './AgentLamp';

interface Props {
  readonly agent: AgentOnFloor;
  readonly call: CallRow | undefined;
}

/** One agent: in which state, for how long, with whom. */
export function AgentTile({ agent, call }: Props) {
  const t = useTexts();
  const reason = usePauseReason();
  return (
    <li className={`agent-tile agent-${agent.state}`} data-testid="floor-agent" data-state={agent.state}>
      <strong>
        <Name>{agent.name}</Name>
      </strong>
      {agent.extension !== null && <PhoneNumber>{agent.extension}</PhoneNumber>}
      <span className="agent-word">
        <AgentLamp state={agent.state} /> {t(`agent.${agent.state}`)}
        {agent.state === 'NOT_READY' && agent.reason !== null && ` · ${reason(agent.reason)}`}
      </span>
      <Elapsed since={agent.since} />
      <span className="agent-with">{call !== undefined && <CustomerCell row={call} />}</span>
    </li>
  );
}
