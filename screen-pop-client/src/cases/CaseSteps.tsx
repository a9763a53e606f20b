import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { useMoments } from '../format/use-moments';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import en from '../texts/languages/en';
import type { CaseStep } from './wire';

export function CaseSteps({ steps }: { readonly steps: readonly CaseStep[] }) {
  const t = useTexts();
  const person = usePeople();
  const { moment } = useMoments();
  const said = useStepWords();
  return (
    <ol className="case-steps">
      {steps.map((step, index) => (
        <li key={`${step.at}${step.what}${index}`} className={`case-step step-${step.what}`}>
          <time className="figure faint" dateTime={step.at}>
            {moment(Date.parse(step.at))}
          </time>
          <span>
            <Name>{step.by === null ? t('case.byRule') : person(step.by)}</Name>
            {' · '}
            {step.what === 'CALL' && step.became === null
              ? t('step.NO_CALL')
              : t(`step.${step.what}`, {
                  was: isolated(said(step, step.was)),
                  became: isolated(said(step, step.became)),
                })}
            {step.what !== 'ESCALATED' && step.text !== '' && (
              <span className="note" dir="auto">
                {step.text}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What a step changed from and to, in the reader's words. */
function useStepWords(): (step: CaseStep, value: string | null) => string {
  const t = useTexts();
  const person = usePeople();
  const { moment } = useMoments();
  return ({ what }, value) => {
    if (value === null || value === '') {
      return t(what === 'PERSON' || what === 'TEAM' ? 'case.nobody' : 'forms.nothing');
    }
    const family = what === 'STATE' ? 'caseState' : what === 'PRIORITY' ? 'priority' : null;
    const key = `${family}.${value}`;
    if (family !== null && key in en.texts) {
      return t(key as 'priority.LOW');
    }
    const at = what === 'DUE' || what === 'ESCALATED' ? Date.parse(value) : NaN;
    return what === 'PERSON' ? person(value) : Number.isNaN(at) ? value : moment(at);
  };
}
