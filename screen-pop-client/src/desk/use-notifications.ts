import { useEffect, useRef } from 'react';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useWhoRings } from './use-who-rings';

/** A notification of the system for a call that rings while nobody looks at this tab; gone when it rings no more. */
export function useNotifications(pops: readonly Pop[], wanted: boolean): void {
  const t = useTexts();
  const who = useWhoRings();
  const shown = useRef(new Map<string, Notification | null>());
  useEffect(() => {
    const ringing = pops.filter((pop) => pop.state === 'RINGING');
    for (const pop of ringing) {
      if (!shown.current.has(pop.call)) {
        shown.current.set(pop.call, wanted && document.hidden ? tell(pop.call) : null);
      }
    }
    for (const [call, notification] of [...shown.current]) {
      if (!ringing.some((pop) => pop.call === call)) {
        notification?.close();
        shown.current.delete(call);
      }
    }

    function tell(call: string): Notification | null {
      const pop = ringing.find((one) => one.call === call);
      if (pop === undefined || Notification.permission !== 'granted') {
        return null;
      }
      const notification = new Notification(t('desk.ringingFor', { who: who(pop) }), { tag: call });
      notification.onclick = () => {
        window.focus();
        notification.close();
      };
      return notification;
    }
  }, [pops, wanted, t, who]);
}
