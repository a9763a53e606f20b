import { useEffect } from 'react';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useWhoRings } from './use-who-rings';

/** The tab's own title says who rings: seen from every other tab. */
export function useRingingTitle(pops: readonly Pop[]): void {
  const t = useTexts();
  const who = useWhoRings();
  const ringing = pops.find((pop) => pop.state === 'RINGING');
  const title = ringing === undefined ? t('app.name') : `☎ ${who(ringing)}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
