import { useEffect, useState } from 'react';
import { isolated, sentence } from '../texts';
import { useTexts } from '../texts/use-texts';
import { callDetail } from '../link/api';
import { useStore } from '../link/store';
import type { CallDetail } from '../link/wire';
import { TimeLine } from './TimeLine';
import { WhySteps } from './WhySteps';

export function CallDetails({ call }: { readonly call: string }) {
  const t = useTexts();
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
      <h3>{t('history.legs')}</h3>
      <TimeLine detail={detail} />
      {detail.hungUpBy !== null && (
        <p className="faint">{t('history.hungUpBy', { who: t(`hungUp.${detail.hungUpBy}`) })}</p>
      )}
      {detail.because.length > 0 && (
        <>
          <h3>{t('history.reasons')}</h3>
          <ul data-testid="call-because">
            {detail.because.map((because) => (
              <li key={`${because.rule}${JSON.stringify(because.facts)}`}>{sentence(t, because)}</li>
            ))}
          </ul>
        </>
      )}
      {me?.roles.some((role) => role !== 'agent') === true && <WhySteps call={call} />}
      <p className="faint">
        <code dir="ltr">{call}</code>
      </p>
    </div>
  );
}
