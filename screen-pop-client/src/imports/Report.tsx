import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { usePages } from '../link/use-pages';
import { useTexts } from '../texts/use-texts';
import { refusals, refusalsFile } from './api';
import { useCauses, useOwnFields } from './use-words';
import { idIn, reportKey } from './report-key';
import type { ImportJob } from './wire';

const loadPage = async (key: string, after: string | null) => {
  const page = await refusals(idIn(key), after);
  return { rows: page.refusals, next: page.next };
};

/** Every row or value that was not taken, with the place in the file and the reason. */
export function Report({ job }: { readonly job: ImportJob }) {
  const t = useTexts();
  const own = useOwnFields();
  const cause = useCauses(job.mapping, own);
  const { rows, next, read, failed, more } = usePages(loadPage, reportKey(job));
  return (
    <section className="panel import-panel" aria-labelledby="report-title" data-testid="import-report">
      <h2 id="report-title">{t('imports.refusals')}</h2>
      <Refusal failed={failed} />
      {read && rows.length === 0 && <p className="faint">{t('imports.allTaken')}</p>}
      {rows.length > 0 && (
        <>
          <p>
            <a href={refusalsFile(job.id)} download className="button" data-testid="import-refusals-file">
              {t('imports.download')}
            </a>
          </p>
          <table className="table refusal-table" aria-labelledby="report-title">
            <thead>
              <tr>
                {(['row', 'column', 'value', 'reason', 'leftOut'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`refusalColumn.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one, at) => {
                const said = cause(one.field, one.reason);
                return (
                  <tr key={at} data-testid="import-refusal" data-reason={one.reason} data-row={one.row}>
                    <td className="figure">{count(one.row)}</td>
                    <td>{said.column}</td>
                    <td className="refused-value">
                      <Name>{one.value}</Name>
                    </td>
                    <td>{said.why}</td>
                    <td>{t(one.wholeRow ? 'imports.wholeRow' : 'imports.onlyValue')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {next !== null && (
            <button type="button" className="more" onClick={more}>
              {t('customers.more')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
