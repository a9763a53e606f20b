import { customerOf, numberOf } from '../link/state';
import type { Pop } from '../link/wire';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';

/** The caller in a few words, for where no card can be shown. */
export function useWhoRings(): (pop: Pop) => string {
  const t = useTexts();
  return (pop) => {
    const name = customerOf(pop)?.customer.name;
    if (name !== undefined) {
      return isolated(name);
    }
    switch (pop.caller.kind) {
      case 'WITHHELD':
        return t('card.withheld');
      case 'UNAVAILABLE':
        return t('card.unavailable');
      case 'INTERNAL':
      case 'NUMBER':
        return isolated(
          pop.caller.kind === 'INTERNAL' && pop.caller.name !== '' ? pop.caller.name : numberOf(pop),
        );
    }
  };
}
