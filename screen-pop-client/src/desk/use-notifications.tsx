import { useEffect, useRef, useState } from 'react';
import { customerOf, numberOf } from '../link/state';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';

const KEPT = 'santral.notify';

/** A notification of the system for a call that rings while nobody looks at this tab. Only for who asked for it. */
export function useNotifications(pops: readonly Pop[]) {
  const t = useTexts();
  const [wanted, setWanted] = useState(localStorage.getItem(KEPT) === 'yes');
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const pop of pops) {
      if (pop.state === 'RINGING' && !told.current.has(pop.call)) {
        told.current.add(pop.call);
        if (wanted && document.hidden && Notification.permission === 'granted') {
          const who = customerOf(pop)?.customer.name ?? numberOf(pop);
          new Notification(t('desk.ringingFor', { who }), { tag: pop.call });
        }
      }
    }
  }, [pops, wanted, t]);
  const change = (on: boolean) => {
    setWanted(on);
    localStorage.setItem(KEPT, on ? 'yes' : 'no');
    if (on && Notification.permission === 'default') {
      void Notification.requestPermission();
    }
  };
  return (
    <label className="check panel">
      <input type="checkbox" checked={wanted} onChange={(event) => change(event.target.checked)} />
      {t('desk.notify')}
    </label>
  );
}
