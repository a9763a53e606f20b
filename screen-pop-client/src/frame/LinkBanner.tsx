import { useLive } from '../link/store';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';

/** Says when what is shown may not be true. It lies over the foot of the page, so that nothing moves when it comes. */
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
    <div
      role="status"
      className="banner-place"
      data-testid="link-banner"
      data-live={live.phase === 'live' && down === undefined}
    >
      {text !== null && <p className={`banner banner-${live.phase}`}>{text}</p>}
    </div>
  );
}
