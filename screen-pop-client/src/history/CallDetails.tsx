import { useEffect, useState } from 'react';
import { callDetail } from '../link/api';
import { useStore } from '../link/store';
import type { CallDetail } from '../link/wire';
import { isolated } from '../format/plain';
import { useSentence } from '../texts/use-sentence';
import { useTexts } from '../texts/use-texts';
import { HandedOn } from './HandedOn';
import { Recordings } from './Recordings';
import { TimeLine } from './TimeLine';
import { WhySteps } from './WhySteps';

export function CallDetails({ call }: { readonly call: string }) {
  const t = useTexts();
  const sentence = useSentence();
  const me = useStore((store) => store.me);
  const [detail, setDetail] = useState<CallDetail | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    callDetail(call).then(setDetail, (error: unknown) =>
      setFailed(error instanceof Error ? error.message : String(error)),
    );
  }, [call]);
  if (failed !== null) {
    return <p role="alert">{t('history.failed', { reason: isolated(failed) })}</p>;
  }
  if (detail === null) {
    return <p className="faint">…</p>;
  }
  return (
    <div className="call-details" data-testid="call-details">
      <section>
        <h2>{t('history.legs')}</h2>
        <TimeLine detail={detail} />
      </section>
      <HandedOn detail={detail} />
      <Recordings detail={detail} />
      <div className="call-reasons">
        {detail.because.length > 0 && (
          <section>
            <h2>{t('history.reasons')}</h2>
            <ul data-testid="call-because">
              {detail.because.map((because) => (
                <li key={`${because.rule}${JSON.stringify(because.facts)}`}>{sentence(because)}</li>
              ))}
            </ul>
          </section>
        )}
        <p className="faint">
          {detail.hungUpBy !== null && t('history.hungUpBy', { who: t(`hungUp.${detail.hungUpBy}`) })}{' '}
          <code dir="ltr">{call}</code>
        </p>
      </div>
      {me?.roles.some((role) => role !== 'agent') === true && <WhySteps call={call} />}
    </div>
  );
}
