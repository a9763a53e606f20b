import { useNow } from '../format/clock';
import { Name } from '../format/Isolated';
import { count, duration } from '../format/times';
import type { CallRow, QueueOnFloor } from '../link/wire';
import { useLabels } from '../texts/use-labels';
import { useTexts } from '../texts/use-texts';

/** From here on a wait is an alarm, not a figure. */
const LONG_MILLIS = 60_000;

interface Props {
  readonly queue: QueueOnFloor;
  /** The calls among the live ones that wait here. */
  readonly waiting: readonly CallRow[];
}

export function QueueTile({ queue, waiting }: Props) {
  const t = useTexts();
  const label = useLabels();
  const now = useNow();
  const longest = now - Math.min(now, ...waiting.map((call) => call.startedAt));
  const mood = queue.waiting === 0 ? '' : longest >= LONG_MILLIS ? 'tile-alarm' : 'tile-waiting';
  return (
    <div className={`tile ${mood}`} data-testid="floor-queue" data-queue={queue.name}>
      <span className="tile-figure">{count(queue.waiting)}</span>
      <strong>
        <Name>{label(queue.name, queue.label)}</Name>
      </strong>
      <span>
        {queue.waiting === 0
          ? t('desk.nobodyWaits')
          : t('desk.waiting', { count: queue.waiting, shown: count(queue.waiting) })}
        {queue.waiting > 0 && waiting.length > 0 && (
          <span className="figure"> · {t('floor.longest', { time: duration(longest) })}</span>
        )}
      </span>
    </div>
  );
}
