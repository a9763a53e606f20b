import { count } from '../format/times';
import { useTexts } from '../texts/use-texts';
import type { ImportJob } from './wire';

/** What became of the rows; of a trial, what would. */
export function Figures({ job }: { readonly job: ImportJob }) {
  const t = useTexts();
  return (
    <dl className="import-figures">
      {(['added', 'changed', 'unchanged', 'refused'] as const).map((what) => (
        <div key={what} data-figure={what}>
          <dt>{t(`imports.${what}`)}</dt>
          <dd className="figure">{count(job[what])}</dd>
        </div>
      ))}
    </dl>
  );
}
