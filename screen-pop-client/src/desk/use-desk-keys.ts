import { useEffect } from 'react';
import { isAction } from '../frame/keys';
import type { Live } from '../link/state';
import { ask, switchRecording } from '../link/store';

/** Every action has a key; what came of it is said where its button stands. */
export function useDeskKeys(live: Live): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isAction(event) && press(event, live)) {
        event.preventDefault();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [live]);
}

/** By the key's place, so that it works on a Persian keyboard too. */
function press(event: KeyboardEvent, live: Live): boolean {
  const ringing = live.pops.find((pop) => pop.state === 'RINGING');
  const current = ringing ?? live.pops.find((pop) => pop.state !== 'ENDED');
  switch (event.code) {
    case 'KeyA':
      if (ringing !== undefined && ringing.direction !== 'OUTGOING') {
        void ask({ type: 'answer', call: ringing.call });
      }
      return true;
    case 'KeyH':
      if (current !== undefined) {
        void ask({ type: 'clear', call: current.call });
      }
      return true;
    case 'KeyR': {
      const talking = live.pops.find((pop) => pop.state === 'TALKING' || pop.state === 'HELD');
      if (talking !== undefined) {
        void switchRecording(talking);
      }
      return true;
    }
    case 'KeyP': {
      const mine = live.agents.find((agent) => agent.login === live.me?.login);
      const ready = mine?.state === 'NOT_READY';
      void ask({ type: 'ready', ready, reason: ready ? null : 'break' });
      return true;
    }
    case 'KeyW': {
      const reasons = document.querySelector<HTMLDetailsElement>('.reasons');
      reasons?.toggleAttribute('open');
      return true;
    }
    default:
      return choose(event.code, live);
  }
}

function choose(code: string, live: Live): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const pop = live.pops.find((one) => one.state !== 'ENDED' && one.lookUp?.type === 'found');
  if (digit === undefined || pop?.lookUp?.type !== 'found' || pop.lookUp.candidates.length < 2) {
    return false;
  }
  const candidate = pop.lookUp.candidates[Number(digit) - 1];
  if (candidate !== undefined) {
    void ask({ type: 'choose', call: pop.call, customer: candidate.customer.id });
  }
  return true;
}
