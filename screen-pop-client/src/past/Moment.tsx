import { timeOf, LAST_SECOND, moved, secondsOf } from './day-time';
import { duration } from '../format/times';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly day: string;
  readonly time: string;
  readonly onChoose: (day: string, time: string) => void;
}

const STEPS = [-60, -10, 10, 60] as const;

/** Where one chooses the moment: a day, a time, a slider over the day, and small steps. */
export function Moment({ day, time, onChoose }: Props) {
  const t = useTexts();
  const choose = (newDay: string, newTime: string) => {
    if (newDay !== '' && newTime !== '') {
      onChoose(newDay, timeOf(secondsOf(newTime)));
    }
  };
  return (
    <form className="past-moment" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('past.day')}
        <input
          type="date"
          value={day}
          data-testid="past-day"
          onChange={(event) => choose(event.target.value, time)}
        />
      </label>
      <label>
        {t('past.time')}
        <input
          type="time"
          step="1"
          value={time}
          data-testid="past-time"
          onChange={(event) => choose(day, event.target.value)}
        />
      </label>
      <label className="past-slider">
        {t('past.slider')}
        <input
          type="range"
          min="0"
          max={LAST_SECOND}
          step="1"
          value={secondsOf(time)}
          aria-valuetext={time}
          onChange={(event) => onChoose(day, timeOf(Number(event.target.value)))}
        />
      </label>
      <span className="past-steps">
        {STEPS.map((step) => (
          <button key={step} type="button" onClick={() => onChoose(...moved(day, time, step))}>
            {t(step < 0 ? 'past.earlier' : 'past.later', { time: duration(Math.abs(step) * 1000) })}
          </button>
        ))}
      </span>
    </form>
  );
}
