import { useMoments } from '../format/use-moments';
import type { Gone } from '../link/state';
import { forgetGone } from '../link/store';
import { isolated } from '../format/plain';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** Cards that left: who has the call now, or why it is no more. Below the cards, so that they move nothing. */
export function GoneNotices({ gone }: { readonly gone: readonly Gone[] }) {
  const t = useTexts();
  const person = usePeople();
  const { time } = useMoments();
  return gone.map((card) => {
    const key =
      card.why === 'ANSWERED_ELSEWHERE' && card.answeredBy === null
        ? ('gone.ANSWERED_ELSEWHERE_unknown' as const)
        : (`gone.${card.why}` as const);
    const agent = card.answeredBy === null ? '' : person(card.answeredBy);
    return (
      <p key={card.call} className="gone" data-testid="pop-gone" data-call={card.call}>
        <span className="figure faint">{time(card.at)}</span>
        <span role="status">{t(key, { who: isolated(card.who), agent: isolated(agent) })}</span>
        <button
          type="button"
          className="quiet"
          aria-label={t('card.close')}
          onClick={() => forgetGone(card.call)}
        >
          ✕
        </button>
      </p>
    );
  });
}
