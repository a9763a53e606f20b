import { useState } from 'react';
import { Refusal } from '../../forms/Refusal';
import { useMoments } from '../../format/use-moments';
import { dayBefore } from '../../format/times';
import { useTexts } from '../../texts/use-texts';
import type { TimelineKind } from '../wire';
import { Entry } from './Entry';
import { useTimeline } from './use-timeline';
import './timeline.css';

const kinds: readonly TimelineKind[] = ['call', 'note', 'case', 'callBack'];

/** Everything that happened to a customer, day by day, newest first; by kind where one kind is looked for. */
export function Timeline({ id }: { readonly id: number }) {
  const t = useTexts();
  const { day, today, date } = useMoments();
  const [only, setOnly] = useState<TimelineKind | null>(null);
  const { entries, next, failed, read, older } = useTimeline(id);
  const shown = entries.filter((entry) => only === null || entry.kind === only);
  const days = Map.groupBy(shown, (entry) => day(Date.parse(entry.at)));
  const yesterday = dayBefore(today);
  const called = (key: string, at: number) =>
    key === today ? t('history.today') : key === yesterday ? t('history.yesterday') : date(at);
  return (
    <section className="timeline" data-testid="timeline">
      <header>
        <h2>{t('timeline.title')}</h2>
        <div className="chips" role="group" aria-label={t('timeline.only')}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={only === kind ? 'chip chip-on' : 'chip'}
              aria-pressed={only === kind}
              onClick={() => setOnly(only === kind ? null : kind)}
            >
              {t(`timeline.${kind}`)}
            </button>
          ))}
        </div>
      </header>
      <Refusal failed={failed} />
      {[...days].map(([key, ofDay]) => (
        <section key={key}>
          <h3 className="timeline-day">{called(key, Date.parse(ofDay[0]?.at ?? ''))}</h3>
          <ol>
            {ofDay.map((entry) => (
              <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {read && shown.length === 0 && <p className="faint">{t('timeline.none')}</p>}
      {next !== null && (
        <button type="button" className="more" onClick={older}>
          {t('timeline.older')}
        </button>
      )}
    </section>
  );
}
