import { Name } from '../format/Isolated';
import { count, duration } from '../format/times';
import { useMoments } from '../format/use-moments';
import { useLive } from '../link/store';
import type { LinkState, Switchroom as Facts } from '../link/wire';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';

/** Live calls make events all the time; when none comes for so long, something is wrong behind a link that is up. */
const SILENT_MILLIS = 30_000;

/** The exchange, Santral and the screens as jacks; the cord between them is whole, or broken and says why. */
export function LinkPicture({ facts }: { readonly facts: Facts | null }) {
  const t = useTexts();
  const live = useLive();
  const age = facts?.eventAgeMillis ?? null;
  const silent = facts !== null && facts.liveCalls > 0 && age !== null && age > SILENT_MILLIS;
  const screens = facts?.counters.find((counter) => counter.name === 'open_desks')?.value;
  return (
    <section className="panel link-panel">
      <h2>{t('switchroom.link')}</h2>
      {live.link.map((link) => (
        <div key={link.pbx} data-testid="pbx-link" data-up={link.up}>
          <ol className="picture">
            <li>
              <strong>{t('switchroom.exchange')}</strong>
              <code dir="ltr">{link.pbx}</code>
            </li>
            <li className={link.up ? 'cord-whole' : 'cord-broken'}>
              <strong>{t('app.name')}</strong>
            </li>
            <li className={live.phase === 'live' ? 'cord-whole' : 'cord-broken'}>
              <strong>{t('switchroom.screens')}</strong>
              <span className="figure">{screens === undefined ? '' : count(screens)}</span>
            </li>
          </ol>
          <Said link={link} />
        </div>
      ))}
      {silent && <p className="refused">{t('switchroom.silent', { time: duration(age) })}</p>}
      {facts !== null && (
        <dl className="pairs">
          <dt>{t('switchroom.liveCalls')}</dt>
          <dd className="figure">{count(facts.liveCalls)}</dd>
          <dt>{t('switchroom.eventAge')}</dt>
          <dd className="figure">
            {age === null ? t('switchroom.noEvent') : t('switchroom.ago', { time: isolated(duration(age)) })}
          </dd>
        </dl>
      )}
    </section>
  );
}

function Said({ link }: { readonly link: LinkState }) {
  const t = useTexts();
  const { moment } = useMoments();
  return (
    <div className={link.up ? 'link-said' : 'link-said link-down'}>
      <p>
        <strong>{t(link.up ? 'switchroom.up' : 'switchroom.down')}</strong>{' '}
        <span className="faint">{t('switchroom.since', { time: moment(link.since) })}</span>
      </p>
      {!link.up && (
        <>
          <p>
            <Name>{link.reason}</Name>
          </p>
          <p>{t('switchroom.mend')}</p>
        </>
      )}
    </div>
  );
}
