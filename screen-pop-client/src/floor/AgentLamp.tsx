import type { AgentState } from '../link/wire';

const shapes: Record<AgentState, string> = {
  // A full disc, a disc with a talk in it, a pen's stroke, two bars, a ring: told apart without colour.
  READY: 'M8 1.500a6.500 6.500 0 1 0 .01 0z',
  BUSY: 'M8 1.500a6.500 6.500 0 1 0 .01 0zM5 6.500h6v1H5zM5 9h4v1H5z',
  AFTER_CALL_WORK: 'M3 13l1-3.500L11 2.500l2.500 2.500-7 7z',
  NOT_READY: 'M4 2h3v12H4zM9 2h3v12H9z',
  LOGGED_OFF: 'M8 1.500a6.500 6.500 0 1 0 .01 0zM8 4a4 4 0 1 1-.01 0z',
};

/** The state of an agent as colour and shape; the word stands beside it. */
export function AgentLamp({ state }: { readonly state: AgentState }) {
  return (
    <svg
      className={`agent-lamp agent-${state}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path fillRule="evenodd" d={shapes[state]} />
    </svg>
  );
}
