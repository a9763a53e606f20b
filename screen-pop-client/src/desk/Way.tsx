import { Elapsed } from '../format/Elapsed';
import { PhoneNumber } from '../format/Isolated';
import { duration } from '../format/times';
import { useStore } from '../link/store';
import type { Pop } from '../link/wire';
import { isolated } from '../format/plain';
import { useLabels } from '../texts/use-labels';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** How the call came here, as a cord from jack to jack: the number that was dialled, the queue, this phone. */
export function Way({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const label = useLabels();
  const person = usePeople();
  const phone = useStore((store) => store.me?.extension ?? null);
  const { reach } = pop;
  const through =
    pop.direction === 'OUTGOING'
      ? t('card.outgoing')
      : reach.queue === null
        ? t('card.direct')
        : t('card.queue', { queue: isolated(label(reach.queue, reach.queueLabel)) });
  return (
    <ol className="way">
      {reach.did !== null && (
        <li>{t('card.dialled', { label: isolated(label(reach.did, reach.didLabel)) })}</li>
      )}
      <li data-testid="pop-queue">
        {through}
        {pop.direction === 'INCOMING' && <Waited pop={pop} />}
      </li>
      {reach.transferredBy !== null && (
        <li>{t('card.transferredBy', { agent: isolated(person(reach.transferredBy)) })}</li>
      )}
      {phone !== null && (
        <li className="way-end">
          {t('desk.phone')} <PhoneNumber>{phone}</PhoneNumber>
        </li>
      )}
    </ol>
  );
}

/** The text comes from the message file, the ticking figure from here. */
function Waited({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const until = pop.answeredAt ?? pop.endedAt;
  if (until !== null) {
    return <small>{t('card.waitedTotal', { time: duration(until - pop.waitingSince) })}</small>;
  }
  const [before, after] = t('card.waited', { time: '\u0000' }).split('\u0000');
  return (
    <small>
      {before}
      <Elapsed since={pop.waitingSince} />
      {after}
    </small>
  );
}
