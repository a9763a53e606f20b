import { customerOf, numberOf } from '../link/state';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useWhoRings } from './use-who-rings';

/** Tells a screen reader who rings: once per call and again when the name is known, not every second. */
export function Announcer({ pops }: { readonly pops: readonly Pop[] }) {
  const t = useTexts();
  const who = useWhoRings();
  const ringing = pops.filter((pop) => pop.state === 'RINGING');
  return (
    <div role="alert" className="said">
      {ringing.map((pop) => (
        <p key={`${pop.call} ${customerOf(pop)?.customer.name ?? numberOf(pop)}`}>
          {t('desk.ringingFor', { who: who(pop) })}
        </p>
      ))}
    </div>
  );
}
