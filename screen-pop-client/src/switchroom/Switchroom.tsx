import { useCallback, useEffect, useState } from 'react';
import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { switchroom } from '../link/api';
import { useStore } from '../link/store';
import type { Switchroom as Facts } from '../link/wire';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import { Conditions } from './Conditions';
import { DemoCallForm } from './DemoCallForm';
import { Directories } from './Directories';
import { LinkPicture } from './LinkPicture';
import './switchroom.css';

const EVERY_MILLIS = 3000;

interface Read {
  readonly facts: Facts | null;
  readonly at: number;
  readonly failed: string | null;
}

interface Reading extends Read {
  readonly load: () => void;
}

/** Opened when something hurts: what is wrong and how it is mended, is the link up, how old is the newest event, what was odd. */
export function Switchroom() {
  const t = useTexts();
  const { time } = useMoments();
  const demo = useStore((store) => store.me?.demo === true);
  const { facts, at, failed, load } = useFacts();
  return (
    <div className="switchroom">
      <h1 className="said">{t('nav.switchroom')}</h1>
      <p role="alert" className={failed === null ? '' : 'banner'}>
        {failed === null
          ? ''
          : facts === null
            ? t('history.failed', { reason: isolated(failed) })
            : t('switchroom.stale', { time: time(at), reason: isolated(failed) })}
      </p>
      <Conditions facts={facts} onChange={load} />
      <LinkPicture facts={facts} />
      <Directories />
      {demo && <DemoCallForm />}
      <Counters facts={facts} />
      <Anomalies facts={facts} />
    </div>
  );
}

function useFacts(): Reading {
  const [read, setRead] = useState<Read>({ facts: null, at: 0, failed: null });
  const load = useCallback(() => {
    switchroom().then(
      (facts) => setRead({ facts, at: Date.now(), failed: null }),
      (error: unknown) =>
        setRead((before) => ({
          ...before,
          failed: error instanceof Error ? error.message : String(error),
        })),
    );
  }, []);
  useEffect(() => {
    load();
    const again = setInterval(load, EVERY_MILLIS);
    return () => clearInterval(again);
  }, [load]);
  return { ...read, load };
}

function Counters({ facts }: { readonly facts: Facts | null }) {
  const t = useTexts();
  return (
    <section className="panel">
      <h2>{t('switchroom.counters')}</h2>
      <table className="counters" dir="ltr" lang="en">
        <tbody>
          {facts?.counters.map((counter) => (
            <tr key={counter.name} className={counter.value > 0 ? '' : 'faint'}>
              <th scope="row">{counter.help}</th>
              <td className="figure">{count(counter.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Anomalies({ facts }: { readonly facts: Facts | null }) {
  const t = useTexts();
  const { moment } = useMoments();
  return (
    <section className="panel">
      <h2>{t('switchroom.anomalies')}</h2>
      {facts?.anomalies.length === 0 && <p className="faint">{t('switchroom.noAnomalies')}</p>}
      <ul className="anomalies" dir="ltr" lang="en">
        {facts?.anomalies.map((odd, index) => (
          <li key={index}>
            <span className="figure faint">{moment(odd.at)}</span>
            <strong>{odd.kind}</strong>
            <span>
              <Name>{odd.detail}</Name> {odd.call !== null && <code>{odd.call}</code>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
