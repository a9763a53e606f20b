import { count } from '../format/times';
import type { AgentOnFloor, AgentState } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { AgentLamp } from './AgentLamp';

const states: readonly AgentState[] = ['READY', 'BUSY', 'AFTER_CALL_WORK', 'NOT_READY', 'LOGGED_OFF'];

export function AgentsByState({ agents }: { readonly agents: readonly AgentOnFloor[] }) {
  const t = useTexts();
  return (
    <dl className="by-state" aria-label={t('floor.summary')}>
      {states.map((state) => (
        <div key={state}>
          <dt>
            <AgentLamp state={state} /> {t(`agent.${state}`)}
          </dt>
          <dd className="figure">{count(agents.filter((agent) => agent.state === state).length)}</dd>
        </div>
      ))}
    </dl>
  );
}
