import { useLive } from '../link/store';
import { useTexts } from '../texts/use-texts';

/** Always in its place: whether what is shown is true now. */
export function Lamp() {
  const t = useTexts();
  const live = useLive();
  const on = live.phase === 'live' && live.link.every((link) => link.up);
  return (
    <span className={on ? 'lamp lamp-on' : 'lamp'}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {on ? <circle cx="6" cy="6" r="5" /> : <path d="M1.500 1.500l9 9m0-9l-9 9" />}
      </svg>
      {t(on ? 'line.live' : 'line.notLive')}
    </span>
  );
}
