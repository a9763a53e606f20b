import { forgetGone } from '../link/store';
import type { Gone } from '../link/state';
import type { AgentOnFloor } from '../link/wire';
import { isolated } from '../texts';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly gone: readonly Gone[];
  readonly agents: readonly AgentOnFloor[];
}

/** Cards that left: who has the call now, or why it is no more. */
export function GoneNotices({ gone, agents }: Props) {
  const t = useTexts();
  return gone.map((card) => {
    const known = card.why === 'ANSWERED_ELSEWHERE' && card.answeredBy !== null;
    const key =
      card.why === 'ANSWERED_ELSEWHERE' && !known
        ? ('gone.ANSWERED_ELSEWHERE_unknown' as const)
        : (`gone.${card.why}` as const);
    const agent = agents.find((one) => one.login === card.answeredBy)?.name ?? card.answeredBy ?? '';
    return (
      <p key={card.call} className="gone" data-testid="pop-gone" data-call={card.call}>
        <span>{t(key, { who: isolated(card.who), agent: isolated(agent) })}</span>
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
