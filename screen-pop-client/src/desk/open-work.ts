import { mayTakeIn, nameToKeep, numberToKeep, oursOn } from '../link/state';
import { newRequestKey } from '../link/request-key';
import { setWork, workOn } from '../link/work';
import type { Pop } from '../link/wire';

/** Opens a form on a card; asked twice it stays as it is. False where this card has no use for it. */
export function openWork(pop: Pop, kind: 'create' | 'attach' | 'case'): boolean {
  if (kind === 'case' ? oursOn(pop) === null : !mayTakeIn(pop)) {
    return false;
  }
  if (workOn(pop.call)?.kind === kind) {
    return true;
  }
  switch (kind) {
    case 'create':
      setWork(pop.call, {
        kind,
        name: nameToKeep(pop),
        number: numberToKeep(pop),
        company: null,
        once: newRequestKey(),
      });
      break;
    case 'attach':
      setWork(pop.call, { kind, typed: nameToKeep(pop) });
      break;
    case 'case':
      setWork(pop.call, { kind });
      break;
  }
  return true;
}
