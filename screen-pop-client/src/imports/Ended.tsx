import { Link } from 'wouter';
import { useSending } from '../forms/use-sending';
import { count } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { run } from './api';
import { Causes } from './Causes';
import { Figures } from './Figures';
import { ImportRefused } from './ImportRefused';
import { canGoOn, rowsDone, wasTried } from './phase';
import { useTroubleWords } from './use-words';
import type { ImportJob } from './wire';

interface Props {
  readonly job: ImportJob;
  readonly onJob: (job: ImportJob) => void;
}

/** What came of it, or of trying it, and what to do next. */
export function Ended({ job, onJob }: Props) {
  const t = useTexts();
  const trouble = useTroubleWords();
  const { sending, failed, send } = useSending();
  const tried = wasTried(job);
  return (
    <section className="panel import-panel" aria-labelledby="ended-title" data-testid="import-ended">
      <h2 id="ended-title">{t(tried ? 'imports.triedTitle' : 'imports.endedTitle')}</h2>
      <ImportRefused failed={failed} />
      {job.trouble !== null && <p className="refusal">{trouble(job.trouble)}</p>}
      <Figures job={job} />
      <p>
        {t(`importEnd.${tried ? 'tried' : job.state === 'DONE' ? 'done' : 'begun'}`, {
          rows: count(rowsDone(job)),
        })}
      </p>
      <Causes job={job} />
      {!tried && (
        <p className="import-acts">
          {canGoOn(job) && (
            <button
              type="button"
              className="primary"
              data-testid="import-go-on"
              disabled={sending}
              onClick={() => void send(async () => onJob(await run(job.id, false)))}
            >
              {t('imports.goOn')}
            </button>
          )}
          <Link
            href="/customers"
            className={canGoOn(job) ? 'button' : 'button primary'}
            data-testid="import-customers"
          >
            {t('imports.toCustomers')}
          </Link>
          <Link href="/imports" className="button">
            {t('imports.another')}
          </Link>
        </p>
      )}
    </section>
  );
}
