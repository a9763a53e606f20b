import { Name } from '../format/Isolated';
import { count } from '../format/times';
import type { QueueOnFloor } from '../link/wire';
import { useLabels } from '../texts/use-labels';
import { useTexts } from '../texts/use-texts';

/** The groups and who waits for them. */
export function Queues({ queues }: { readonly queues: readonly QueueOnFloor[] }) {
  const t = useTexts();
  const label = useLabels();
  return (
    <section className="panel">
      <h2>{t('desk.queues')}</h2>
      <ul className="queues">
        {queues.map((queue) => (
          <li key={queue.name} className={queue.waiting > 0 ? 'waiting' : ''}>
            <Name>{label(queue.name, queue.label)}</Name>
            <span className="figure" aria-hidden="true">
              {count(queue.waiting)}
            </span>
            <span className="said">
              {queue.waiting === 0
                ? t('desk.nobodyWaits')
                : t('desk.waiting', { count: queue.waiting, shown: count(queue.waiting) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
