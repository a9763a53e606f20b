import { useState } from 'react';
import { useSending } from '../forms/use-sending';
import { Refused } from '../link/http';
import { useLoaded } from '../link/use-loaded';
import { changeCase, oneCase } from './api';
import type { CaseStep, CaseWish, WholeCase } from './wire';

interface Clash {
  readonly wish: CaseWish;
  readonly steps: readonly CaseStep[];
}

/** One case and what is wished for it. Who meets somebody else's change is told its steps before anything is done. */
export function useCase(id: string) {
  const { value: found, failed, again, replace } = useLoaded(oneCase, id);
  const { sending, failed: refused, send } = useSending();
  const [clash, setClash] = useState<Clash | null>(null);
  const wish = (wished: CaseWish) => {
    if (found === null) {
      return;
    }
    void send(async () => {
      try {
        replace(await changeCase(found.whole.id, found.whole.version, wished));
      } catch (error) {
        if (!(error instanceof Refused && error.status === 412)) {
          throw error;
        }
        const now: WholeCase = await oneCase(id);
        setClash({ wish: wished, steps: now.steps.slice(found.steps.length) });
        replace(now);
      }
    });
  };
  return {
    found,
    failed,
    again,
    replace,
    sending,
    refused,
    meanwhile: clash?.steps ?? null,
    wish,
    anyway: () => {
      setClash(null);
      if (clash !== null) {
        wish(clash.wish);
      }
    },
    leave: () => setClash(null),
  };
}
