import { useMoments } from '../format/use-moments';
import { noted, offerAgain } from '../link/api';
import type { Condition, Switchroom as Facts } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useCondition } from './use-condition';

interface Props {
  readonly facts: Facts | null;
  /** After something was put away: what stands is read again. */
  readonly onChange: () => void;
}

/** What is wrong now, in words: since when, what it means for calls and history, and the mend. */
export function Conditions({ facts, onChange }: Props) {
  const t = useTexts();
  if (facts === null) {
    return null;
  }
  return (
    <section className="panel conditions" aria-live="polite" data-testid="conditions">
      <h2>{t('conditions.title')}</h2>
      {facts.conditions.length === 0 && <p className="all-well">{t('conditions.none')}</p>}
      <ul>
        {facts.conditions.map((one) => (
          <Standing key={`${one.kind} ${one.about}`} condition={one} onChange={onChange} />
        ))}
      </ul>
      {facts.past.length > 0 && (
        <details>
          <summary>{t('conditions.past')}</summary>
          <ul className="past">
            {facts.past.map((one, index) => (
              <Past key={index} condition={one} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Standing({ condition, onChange }: { readonly condition: Condition; readonly onChange: () => void }) {
  const t = useTexts();
  const said = useCondition(condition);
  const { moment } = useMoments();
  return (
    <li className="condition" data-weight={condition.weight} data-kind={condition.kind}>
      <p>
        <strong>{said.what}</strong>{' '}
        <span className="faint">{t('conditions.since', { time: moment(condition.since) })}</span>
      </p>
      <p>{said.means}</p>
      <p className="mend">{said.mend}</p>
      {condition.happened && (
        <button type="button" onClick={() => void noted(condition.kind, condition.about).finally(onChange)}>
          {t('conditions.noted')}
        </button>
      )}
      {condition.kind === 'records-set-aside' && (
        <button type="button" onClick={() => void offerAgain().finally(onChange)}>
          {t('conditions.offerAgain')}
        </button>
      )}
    </li>
  );
}

function Past({ condition }: { readonly condition: Condition }) {
  const t = useTexts();
  const said = useCondition(condition);
  const { moment } = useMoments();
  const { since, until } = condition;
  return (
    <li>
      <span className="figure faint">
        {until === null || until === since
          ? moment(since)
          : t('conditions.fromUntil', { from: moment(since), until: moment(until) })}
      </span>{' '}
      {said.what}
    </li>
  );
}
