import { useState } from 'react';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Name } from '../format/Isolated';
import { plain } from '../format/plain';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { preview, run } from './api';
import type { ImportJob } from './wire';

interface Props {
  readonly job: ImportJob;
  readonly onRun: (job: ImportJob) => void;
}

/** What each column becomes: guessed by the server, seen by its examples, changed by whoever knows better. */
export function Mapping({ job, onRun }: Props) {
  const t = useTexts();
  const { value, failed } = useLoaded(preview, String(job.id));
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { sending, failed: refused, send } = useSending();
  const fieldOf = (column: { name: string; field: string | null }) =>
    chosen[column.name] ?? column.field ?? '';
  const start = (dryRun: boolean) =>
    void send(async () => {
      const columns = value?.columns ?? [];
      const mapped = columns.map((column) => ({ name: column.name, field: fieldOf(column) || null }));
      onRun(await run(job.id, mapped, dryRun));
    });
  return (
    <section className="panel">
      <h2>{t('imports.columns')}</h2>
      <Refusal failed={failed ?? refused} />
      {value !== null && (
        <>
          <table className="table import-columns">
            <thead>
              <tr>
                {(['column', 'examples', 'becomes'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`imports.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.columns.map((column) => (
                <tr key={column.name}>
                  <th scope="row">
                    <Name>{column.name}</Name>
                  </th>
                  <td className="faint">
                    {column.examples.map((example, index) => (
                      <span key={index} className="tag">
                        <Name>{example}</Name>
                      </span>
                    ))}
                  </td>
                  <td>
                    <select
                      aria-label={`${t('imports.becomes')}: ${plain(column.name)}`}
                      value={fieldOf(column)}
                      onChange={(event) => setChosen({ ...chosen, [column.name]: event.target.value })}
                    >
                      <option value="">{t('imports.leaveOut')}</option>
                      {value.fields.map(({ name, label }) => (
                        <option key={name} value={name}>
                          {plain(label)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="form-end">
            <button type="button" disabled={sending} onClick={() => start(true)}>
              {t('imports.dryRun')}
            </button>
            <button type="button" className="primary" disabled={sending} onClick={() => start(false)}>
              {t('imports.run')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
