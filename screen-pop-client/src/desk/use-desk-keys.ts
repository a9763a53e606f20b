import { useEffect } from 'react';
import { ask } from '../link/store';
import type { Live } from '../link/state';

/** Every action has a key. Keys typed into a field are text. */
export function useDeskKeys(live: Live): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) {
        return;
      }
      if (!event.ctrlKey && !event.metaKey && !event.altKey && press(event, live)) {
        event.preventDefault();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [live]);
}

/** By the key's place, so that it works on a Persian keyboard too. */
function press(event: KeyboardEvent, live: Live): boolean {
  const pops = [...live.pops].reverse();
  const ringing = pops.find((pop) => pop.state === 'RINGING');
  const current = ringing ?? pops.find((pop) => pop.state !== 'ENDED');
  switch (event.code) {
    case 'KeyA':
      if (ringing !== undefined) {
        void ask({ type: 'answer', call: ringing.call });
      }
      return true;
    case 'KeyH':
      if (current !== undefined) {
        void ask({ type: 'clear', call: current.call });
      }
      return true;
    case 'KeyP': {
      const mine = live.agents.find((agent) => agent.login === live.me?.login);
      const ready = mine?.state === 'NOT_READY';
      void ask({ type: 'ready', ready, reason: ready ? null : 'break' });
      return true;
    }
    case 'KeyW': {
      const reasons = document.querySelector<HTMLDetailsElement>('.reasons');
      if (reasons !== null) {
        reasons.open = !reasons.open;
      }
      return true;
    }
    default: {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (digit === undefined || current?.lookUp?.type !== 'found') {
        return false;
      }
      const candidate = current.lookUp.candidates[Number(digit) - 1];
      if (candidate !== undefined) {
        void ask({ type: 'choose', call: current.call, customer: candidate.customer.id });
      }
      return true;
    }
  }
}
