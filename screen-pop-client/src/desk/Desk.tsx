import { Link } from 'wouter';
import { useToday } from '../format/clock';
import { Rows } from '../history/Rows';
import { useLive } from '../link/store';
import { dayOf } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { AgentSwitch } from './AgentSwitch';
import { Announcer } from './Announcer';
import { Attention } from './Attention';
import { GoneNotices } from './GoneNotices';
import { NoCalls } from './NoCalls';
import { PopCard } from './PopCard';
import { Queues } from './Queues';
import { useDeskKeys } from './use-desk-keys';
import './desk.css';

/** Where an agent spends the day. Cards stand in the order in which their calls came: none pushes another away. */
export function Desk() {
  const t = useTexts();
  const live = useLive();
  const today = useToday();
  useDeskKeys(live);
  const mine = live.agents.find((agent) => agent.login === live.me?.login);
  return (
    <div className="desk">
      <h1 className="said">{t('nav.desk')}</h1>
      <Announcer pops={live.pops} />
      <section className="desk-calls" aria-label={t('nav.desk')}>
        {live.pops.map((pop, index) => (
          <PopCard key={pop.call} pop={pop} small={index > 0 && pop.state === 'RINGING'} />
        ))}
        {live.pops.length === 0 && <NoCalls mine={mine} phone={live.me?.extension ?? null} />}
        <GoneNotices gone={live.gone} />
      </section>
      <aside className="desk-side">
        {mine !== undefined && <AgentSwitch mine={mine} />}
        <Queues queues={live.queues} />
        <Attention pops={live.pops} />
      </aside>
      <section className="desk-day">
        <header>
          <h2>{t('desk.today')}</h2>
          <Link href="/history">{t('desk.allCalls')}</Link>
        </header>
        <Rows
          only={(row) => dayOf(row.startedAt, live.zone) === today}
          none={t('desk.noneToday')}
          without={['agent']}
        />
      </section>
    </div>
  );
}
