import { useState } from 'react';
import { prefer, usePreferences } from '../frame/preferences';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useNotifications } from './use-notifications';
import { useRingTone } from './use-ring-tone';
import { useRingingTitle } from './use-ringing-title';

/** How a call makes itself known while the agent looks elsewhere; only what they asked for. */
export function Attention({ pops }: { readonly pops: readonly Pop[] }) {
  const t = useTexts();
  const { notify, sound } = usePreferences();
  const [denied, setDenied] = useState(false);
  useNotifications(pops, notify);
  useRingTone(pops, sound);
  useRingingTitle(pops);
  const wishNotify = async (on: boolean) => {
    const allowed = !on || (await Notification.requestPermission()) === 'granted';
    setDenied(!allowed);
    prefer({ notify: on && allowed });
  };
  return (
    <section className="panel">
      <h2>{t('attention.title')}</h2>
      <label className="check">
        <input type="checkbox" checked={notify} onChange={(event) => void wishNotify(event.target.checked)} />
        {t('attention.notify')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={sound}
          onChange={(event) => prefer({ sound: event.target.checked })}
        />
        {t('attention.sound')}
      </label>
      <p role="alert" className="refused">
        {denied ? t('attention.denied') : ''}
      </p>
    </section>
  );
}
