import { count } from '../format/times';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { causes } from './api';
import { idIn, reportKey } from './report-key';
import { useCauses, useOwnFields } from './use-words';
import type { ImportJob } from './wire';

const load = (key: string) => causes(idIn(key));

/** Five thousand refusals are often three faults of one list. */
export function Causes({ job }: { readonly job: ImportJob }) {
  const t = useTexts();
  const { value } = useLoaded(load, reportKey(job));
  const cause = useCauses(job.mapping, useOwnFields());
  if (value === null || value.causes.length === 0) {
    return null;
  }
  return (
    <>
      <h3 id="causes-title">{t('imports.causes')}</h3>
      <ul className="import-causes" aria-labelledby="causes-title">
        {value.causes.map(({ field, reason, wholeRow, times }) => {
          const { column, why } = cause(field, reason);
          return (
            <li key={`${field} ${reason} ${wholeRow}`} data-testid="import-cause" data-reason={reason}>
              <strong className="figure">{count(times)}</strong>
              <span>
                {column !== '' && <>{column}: </>}
                {why}{' '}
                <small className="faint">{t(wholeRow ? 'imports.wholeRow' : 'imports.onlyValue')}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
