import { useState } from 'react';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import { why } from '../link/api';
import type { Why } from '../link/wire';

/** Every step from the exchange's line to the screen it reached, with its millisecond. */
export function WhySteps({ call }: { readonly call: string }) {
  const t = useTexts();
  const [steps, setSteps] = useState<Why | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const load = () => {
    why(call).then(setSteps, (error: unknown) =>
      setFailed(error instanceof Error ? error.message : String(error)),
    );
  };
  if (failed !== null) {
    return <p role="alert">{t('history.failed', { reason: isolated(failed) })}</p>;
  }
  if (steps === null) {
    return (
      <button type="button" data-testid="why-button" onClick={load}>
        {t('history.loadSteps')}
      </button>
    );
  }
  return (
    <section>
      <h2>{t('history.steps')}</h2>
      <ol className="steps" dir="ltr" data-testid="why-steps">
        {steps.steps.map((step, index) => (
          <li key={index} className={`step step-${step.kind}`}>
            <span className="figure">+{step.afterMillis.toFixed(3)} ms</span>
            <span className="step-kind">{t(`step.${step.kind}`)}</span>
            <details>
              <summary>
                <Name>{step.what}</Name>
              </summary>
              <dl>
                {step.facts.map((fact) => (
                  <div key={fact.name}>
                    <dt>{fact.name}</dt>
                    <dd>
                      <Name>{fact.value}</Name>
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
