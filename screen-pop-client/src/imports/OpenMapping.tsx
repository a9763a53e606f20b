import { Faults } from '../forms/Field';
import { faultsOf } from '../forms/faults';
import { useSending } from '../forms/use-sending';
import { useTexts } from '../texts/use-texts';
import { Advised } from './Advised';
import { run } from './api';
import { ColumnTable } from './ColumnTable';
import { ImportRefused } from './ImportRefused';
import { wasTried } from './phase';
import { Reading } from './Reading';
import { emptyIn } from './reading';
import { useMapping } from './use-mapping';
import { useOwnFields } from './use-words';
import type { ImportJob, ImportPreview } from './wire';

interface Props {
  readonly first: ImportPreview;
  readonly job: ImportJob;
  readonly onJob: (job: ImportJob) => void;
}

/** Every change is read anew at once, so that what is seen is what will be brought in. */
export function OpenMapping({ first, job, onJob }: Props) {
  const t = useTexts();
  const own = useOwnFields();
  const { shown, wish, busy, anew, failed, change, settled } = useMapping(first, onJob);
  const { sending, failed: refused, send } = useSending();
  const start = (dryRun: boolean) =>
    void send(async () => {
      if (await settled()) {
        onJob(await run(job.id, dryRun));
      }
    });
  const empty = emptyIn(job.format, wish.columns, shown.rows);
  const fields = ['source', 'columns', ...wish.columns.map((_, at) => `columns[${at}].label`)];
  return (
    <Faults value={faultsOf(failed)}>
      <Reading format={job.format} sheets={shown.sheets} mapping={wish} onChange={change} />
      <section className="panel import-panel" aria-labelledby="columns-title">
        <h2 id="columns-title">{t('imports.columns')}</h2>
        <ImportRefused failed={failed} fields={fields} />
        <ColumnTable
          mapping={wish}
          empty={empty}
          rows={shown.rows}
          own={own}
          busy={busy}
          disabled={anew}
          onChange={(columns) => change({ columns })}
        />
        <Advised columns={wish.columns} empty={empty} own={own} />
        <ImportRefused failed={refused} />
        <div className="form-end">
          <button
            type="button"
            className={wasTried(job) ? '' : 'primary'}
            data-testid="import-try"
            disabled={sending}
            onClick={() => start(true)}
          >
            {t(wasTried(job) ? 'imports.tryAgain' : 'imports.try')}
          </button>
          <button
            type="button"
            className={wasTried(job) ? 'primary' : ''}
            data-testid="import-run"
            disabled={sending}
            onClick={() => start(false)}
          >
            {t('imports.run')}
          </button>
          <span className="small">{t('imports.tryMeans')}</span>
        </div>
      </section>
    </Faults>
  );
}
