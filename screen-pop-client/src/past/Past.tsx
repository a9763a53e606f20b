import { useState } from 'react';
import { Link } from 'wouter';
import { FloorBoard } from '../floor/FloorBoard';
import { Stopped } from '../format/clock';
import { isolated } from '../format/plain';
import { clockOf, dayOf } from '../format/times';
import { useLive } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { Cards } from './Cards';
import { Moment } from './Moment';
import { Said } from './Said';
import { usePast } from './use-past';
import './past.css';

/** Where looking back begins, before one has chosen. */
const AGO_MILLIS = 5 * 60_000;

interface Chosen {
  readonly day: string;
  readonly time: string;
}

/** The floor as it was at any moment that the journal keeps: clearly not now. */
export function Past() {
  const t = useTexts();
  const { phase, zone, skew } = useLive();
  const [opened] = useState(() => Date.now() - AGO_MILLIS);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { day, time } = chosen ?? { day: dayOf(opened + skew, zone), time: clockOf(opened + skew, zone) };
  const { of, answer, failed } = usePast(day, time, phase !== 'connecting');
  const settled = of === `${day} ${time}`;
  return (
    <div className="past floor" aria-busy={!settled}>
      <div className="past-head">
        <h1>{t('past.title')}</h1>
        <Link href="/floor">{t('past.back')}</Link>
      </div>
      <Moment
        day={day}
        time={time}
        onChoose={(newDay, newTime) => setChosen({ day: newDay, time: newTime })}
      />
      <p role="alert" className={failed === null ? '' : 'banner'}>
        {failed === null ? '' : t('history.failed', { reason: isolated(failed) })}
      </p>
      {answer === null && failed === null && <p className="faint">{t('past.loading')}</p>}
      {answer !== null && <Said answer={answer} />}
      {answer?.type === 'seen' && (
        <Stopped value={answer.at}>
          <div className={settled ? 'past-floor' : 'past-floor past-moving'} data-testid="past-floor">
            <FloorBoard
              queues={answer.floor.queues}
              agents={answer.floor.agents}
              calls={answer.floor.calls}
            />
            <Cards cards={answer.floor.cards} />
          </div>
        </Stopped>
      )}
    </div>
  );
}
