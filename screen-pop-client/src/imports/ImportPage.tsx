import { useEffect } from 'react';
import { Link } from 'wouter';
import { Tabs } from '../customers/Tabs';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { count } from '../format/times';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { goOn, importJob, stop } from './api';
import { Mapping } from './Mapping';
import { Refusals } from './Refusals';
import type { ImportJob } from './wire';
import './imports.css';

const EVERY_MILLIS = 1000;

/** One file: what its columns are, how far it is, and what was not taken. */
export function ImportPage({ id }: { readonly id: string }) {
  const t = useTexts();
  const { value: job, failed, again, replace } = useLoaded(importJob, id);
  const { sending, failed: refused, send } = useSending();
  const running = job?.state === 'RUNNING';
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const timer = setInterval(again, EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [running, again]);
  const act = (what: (id: number) => Promise<ImportJob>) =>
    void send(async () => {
      if (job !== null) {
        replace(await what(job.id));
      }
    });
  return (
    <div className="book">
      <Tabs />
      <Link href="/imports">{t('imports.back')}</Link>
      <h1>{job === null ? t('tabs.imports') : <Name>{job.name}</Name>}</h1>
      <Refusal failed={failed ?? refused} />
      {job !== null && job.state !== 'UPLOADED' && (
        <section className="panel" data-testid="import-state" data-state={job.state}>
          <Progress job={job} />
          {job.trouble !== null && <p className="fault">{isolated(job.trouble)}</p>}
          <p className="case-states">
            {running && (
              <button type="button" disabled={sending} onClick={() => act(stop)}>
                {t('imports.stop')}
              </button>
            )}
            {job.state === 'STOPPED' && (
              <button type="button" className="primary" disabled={sending} onClick={() => act(goOn)}>
                {t('imports.goOn')}
              </button>
            )}
          </p>
        </section>
      )}
      {job !== null && (job.state === 'UPLOADED' || (job.state === 'DONE' && job.dryRun)) && (
        <Mapping job={job} onRun={replace} />
      )}
      {job !== null && job.refused > 0 && !running && <Refusals job={job} />}
    </div>
  );
}

function Progress({ job }: { readonly job: ImportJob }) {
  const t = useTexts();
  const { position, totalRows } = job;
  const said =
    totalRows === null
      ? t('imports.rows', { shown: count(position) })
      : t('imports.progress', { shown: count(position), all: count(totalRows) });
  return (
    <>
      <p>
        <span className="badge">{t(`importState.${job.state}`)}</span> {said}{' '}
        {job.dryRun && job.state === 'DONE' && t('imports.dry')}
      </p>
      <progress
        className="import-progress"
        aria-label={said}
        {...(totalRows === null ? {} : { value: position, max: Math.max(1, totalRows) })}
      />
      <dl className="import-figures">
        {(['added', 'changed', 'unchanged', 'refused'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`imports.${what}`)}</dt>
            <dd className="figure">{count(job[what])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
