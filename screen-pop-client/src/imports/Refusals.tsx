import { Refusal } from '../forms/Refusal';
import { useFault } from '../forms/use-fault';
import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { usePages } from '../link/use-pages';
import { useTexts } from '../texts/use-texts';
import { refusals, refusalsFile } from './api';
import type { ImportJob } from './wire';

const load = async (id: string, after: string | null) => {
  const page = await refusals(id, after);
  return { rows: page.refusals, next: page.next };
};

/** Every row or value that was not taken, with the place in the file and the reason. */
export function Refusals({ job }: { readonly job: ImportJob }) {
  const t = useTexts();
  const fault = useFault();
  const { rows, next, failed, more } = usePages(load, String(job.id));
  return (
    <section className="panel">
      <h2>{t('imports.refusals')}</h2>
      <Refusal failed={failed} />
      <p>
        <a href={refusalsFile(job.id)} download className="button">
          {t('imports.download')}
        </a>
      </p>
      <table className="table import-columns">
        <thead>
          <tr>
            {(['row', 'column', 'value', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`imports.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => (
            <tr key={index}>
              <td className="figure">{count(one.row)}</td>
              <td>
                <Name>{one.field}</Name>
              </td>
              <td>
                <Name>{one.value}</Name>
              </td>
              <td>
                {fault({ field: one.field, reason: one.reason, detail: '' })}{' '}
                <small className="faint">{t(one.wholeRow ? 'imports.wholeRow' : 'imports.onlyValue')}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next !== null && (
        <button type="button" className="more" onClick={more}>
          {t('customers.more')}
        </button>
      )}
    </section>
  );
}
