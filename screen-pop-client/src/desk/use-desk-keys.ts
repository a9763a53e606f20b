import { useEffect } from 'react';
import { isAction } from '../frame/keys';
import type { Live } from '../link/state';
import { ask, choose, switchRecording } from '../link/store';
import { openWork } from './open-work';

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
    case 'KeyN':
      return onCard(live, 'create');
    case 'KeyF':
      return onCard(live, 'attach');
    case 'KeyC':
      return onCard(live, 'case');
    default:
      return chooseBy(event.code, live);
  }
}

/** On the card that is worked with: who talks comes before who rings, and what is over comes last. */
function onCard(live: Live, kind: 'create' | 'attach' | 'case'): boolean {
  const whole = live.pops.filter((pop, index) => index === 0 || pop.state !== 'RINGING');
  const pop =
    whole.find(({ state }) => state === 'TALKING' || state === 'HELD') ??
    whole.find(({ state }) => state === 'RINGING') ??
    whole[0];
  return pop !== undefined && openWork(pop, kind);
}

function chooseBy(code: string, live: Live): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const found = live.pops.filter((one) => one.lookUp?.type === 'found');
  const pop = found.find((one) => one.state !== 'ENDED') ?? found[0];
  if (digit === undefined || pop?.lookUp?.type !== 'found' || pop.lookUp.candidates.length < 2) {
    return false;
  }
  const candidate = pop.lookUp.candidates[Number(digit) - 1];
  if (candidate !== undefined) {
    void choose(pop.call, candidate.customer.id);
  }
  return true;
}
