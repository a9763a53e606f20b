import { useLive } from '../link/store';
import { isolated } from '../texts';
import { useTexts } from '../texts/use-texts';

/** Says when what is shown may not be true. Nothing here is ever silently stale. */
export function LinkBanner() {
  const t = useTexts();
  const live = useLive();
  const down = live.link.find((link) => !link.up);
  const text =
    live.phase === 'stale'
      ? t('line.stale')
      : live.phase === 'connecting'
        ? t('line.connecting')
        : down === undefined
          ? null
          : t('line.pbxDown', { reason: isolated(down.reason) });
  return (
    <div role="status" data-testid="link-banner" data-live={live.phase === 'live' && down === undefined}>
      {text !== null && <p className={`banner banner-${live.phase}`}>{text}</p>}
    </div>
  );
}
