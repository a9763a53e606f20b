import { isolated } from '../format/plain';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import type { LedgerOverview } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** Whether the ledger is read, when it last was, and how far behind that is; in trouble also the mend. */
export function LedgerState({ overview }: { readonly overview: LedgerOverview | null }) {
  const t = useTexts();
  const { moment } = useMoments();
  if (overview === null) {
    return null;
  }
  const { state } = overview;
  const at = (millis: number | null) => (millis === null ? t('check.never') : moment(millis));
  const facts: readonly (readonly [string, string])[] = [
    [t('check.readAt'), at(state.readAt)],
    [t('check.newest'), at(state.newestAt)],
    [t('check.unread'), t('check.bytes', { shown: count(state.unread) })],
    [t('check.waiting'), count(state.waiting)],
    [t('check.covers'), at(state.coversFrom)],
    [t('check.checkedAt'), at(state.checkedAt)],
    [t('check.unreadable'), count(state.unreadable)],
  ];
  return (
    <section className="panel" data-testid="ledger-state" data-trouble={state.trouble ?? ''}>
      <p className={state.trouble === null ? 'well' : 'trouble'} role="status">
        {state.trouble === null
          ? t('check.well')
          : t(`check.trouble.${state.trouble}`, { detail: isolated(state.detail) })}
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
