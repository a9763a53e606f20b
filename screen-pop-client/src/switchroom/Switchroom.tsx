import { useEffect, useState } from 'react';
import { count, duration, moment } from '../format/times';
import { useNow } from '../format/use-now';
import { switchroom } from '../link/api';
import { useLive, useStore } from '../link/store';
import type { Switchroom as Facts } from '../link/wire';
import { isolated } from '../texts';
import { useTexts } from '../texts/use-texts';
import { DemoCallForm } from './DemoCallForm';
import './switchroom.css';

const EVERY_MILLIS = 3000;

/** Opened when something hurts: is the link up, how old is the newest event, what was odd. */
export function Switchroom() {
  const t = useTexts();
  const now = useNow();
  const live = useLive();
  const demo = useStore((store) => store.me?.demo === true);
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    const load = () => void switchroom().then(setFacts, () => undefined);
    load();
    const again = setInterval(load, EVERY_MILLIS);
    return () => clearInterval(again);
  }, []);
  return (
    <div className="switchroom">
      <section className="panel">
        <h2>{t('switchroom.link')}</h2>
        {live.link.map((link) => (
          <p
            key={link.pbx}
            className={link.up ? 'lamp lamp-up' : 'lamp lamp-down'}
            data-testid="pbx-link"
            data-up={link.up}
          >
            <strong dir="ltr">{link.pbx}</strong>
            <span>{t(link.up ? 'switchroom.up' : 'switchroom.down')}</span>
            <span className="faint">{t('switchroom.since', { time: moment(link.since, now) })}</span>
            {!link.up && <bdi>{link.reason}</bdi>}
          </p>
        ))}
        {facts !== null && (
          <dl className="pairs">
            <dt>{t('switchroom.liveCalls')}</dt>
            <dd className="figure">{count(facts.liveCalls)}</dd>
            <dt>{t('switchroom.eventAge')}</dt>
            <dd className="figure">
              {facts.eventAgeMillis === null
                ? t('switchroom.noEvent')
                : t('switchroom.ago', { time: isolated(duration(facts.eventAgeMillis)) })}
            </dd>
          </dl>
        )}
      </section>
      {demo && <DemoCallForm />}
      <section className="panel">
        <h2>{t('switchroom.counters')}</h2>
        <table className="table">
          <tbody>
            {facts?.counters.map((counter) => (
              <tr key={counter.name} className={counter.value > 0 ? '' : 'faint'}>
                <th scope="row">
                  <bdi dir="ltr" lang="en">
                    {counter.help}
                  </bdi>
                </th>
                <td className="figure">{count(counter.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="panel">
        <h2>{t('switchroom.anomalies')}</h2>
        {facts?.anomalies.length === 0 && <p className="faint">{t('switchroom.noAnomalies')}</p>}
        <ul className="anomalies" dir="ltr">
          {facts?.anomalies.map((odd, index) => (
            <li key={index}>
              <span className="figure">{moment(odd.at, now)}</span> <strong>{odd.kind}</strong>{' '}
              {odd.call !== null && <code>{odd.call}</code>} <bdi>{odd.detail}</bdi>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
