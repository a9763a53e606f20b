import { Elapsed } from '../format/Elapsed';
import { Name, PhoneNumber } from '../format/Isolated';
import { count } from '../format/times';
import { CallTable } from '../history/CallTable';
import { useLive } from '../link/store';
import { useTexts } from '../texts/use-texts';
import './floor.css';

/** Everything that happens now, for who looks after the whole. */
export function Floor() {
  const t = useTexts();
  const live = useLive();
  const calls = live.calls.filter((call) => call.endedAt === null);
  return (
    <div className="floor">
      <section aria-label={t('floor.queues')} className="floor-queues">
        {live.queues.map((queue) => (
          <div key={queue.name} className={queue.waiting > 0 ? 'tile waiting' : 'tile'}>
            <span className="tile-figure">{count(queue.waiting)}</span>
            <strong>
              <Name>{queue.label}</Name>
            </strong>
            <span>
              {queue.waiting === 0 ? t('desk.nobodyWaits') : t('desk.waiting', { count: queue.waiting })}
            </span>
          </div>
        ))}
      </section>
      <section>
        <h2>{t('floor.agents')}</h2>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('floor.name')}</th>
              <th scope="col">{t('floor.phone')}</th>
              <th scope="col">{t('floor.state')}</th>
              <th scope="col">{t('floor.for')}</th>
            </tr>
          </thead>
          <tbody>
            {live.agents.map((agent) => (
              <tr key={agent.login} data-testid="floor-agent" data-state={agent.state}>
                <td>
                  <Name>{agent.name}</Name>
                </td>
                <td>{agent.extension !== null && <PhoneNumber>{agent.extension}</PhoneNumber>}</td>
                <td>
                  <span className={`agent-chip agent-${agent.state}`}>{t(`agent.${agent.state}`)}</span>
                </td>
                <td>
                  <Elapsed since={agent.since} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{t('floor.calls')}</h2>
        {calls.length === 0 ? (
          <p className="faint">{t('floor.noCalls')}</p>
        ) : (
          <CallTable rows={[...calls].reverse()} />
        )}
      </section>
    </div>
  );
}
