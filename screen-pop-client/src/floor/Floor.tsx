import { Link } from 'wouter';
import { useLive } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { FloorBoard } from './FloorBoard';
import './floor.css';

/** Everything that happens now, for who looks after the whole. */
export function Floor() {
  const t = useTexts();
  const live = useLive();
  return (
    <div className="floor">
      <h1 className="said">{t('nav.floor')}</h1>
      <Link href="/past" className="floor-past" data-testid="look-back">
        {t('past.open')}
      </Link>
      <FloorBoard
        queues={live.queues}
        agents={live.agents}
        calls={live.calls.filter((call) => call.endedAt === null)}
      />
    </div>
  );
}
