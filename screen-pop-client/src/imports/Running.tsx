import { useEffect, useState } from 'react';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { count, duration, percent } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { importJob, stop } from './api';
import { Figures } from './Figures';
import { paceOf, sampled, type Sample } from './pace';
import { rowsDone } from './phase';
import type { ImportJob } from './wire';

const EVERY_MILLIS = 1000;

interface Props {
  readonly job: ImportJob;
  readonly onJob: (job: ImportJob) => void;
}

/** How far it is, how fast, and how long it will take. */
export function Running({ job, onJob }: Props) {
  const t = useTexts();
  const { samples, failed } = useAsking(job.id, onJob);
  const { sending, failed: refused, send } = useSending();
  const [stopping, setStopping] = useState(false);
  const { position, totalRows } = job;
  const pace = paceOf(samples, totalRows);
  const share = totalRows === null || totalRows === 0 ? null : Math.min(1, position / totalRows);
  const said = [
    t('imports.rowsDone', { rows: count(rowsDone(job)) }),
    pace === null ? '' : t('imports.perSecond', { rows: count(Math.round(pace.perSecond)) }),
    pace?.restMillis == null ? '' : t('imports.rest', { time: duration(pace.restMillis + 999) }),
  ].filter((part) => part !== '');
  return (
    <section className="panel import-panel" aria-labelledby="running-title">
      <h2 id="running-title">{t(job.dryRun ? 'imports.trying' : 'imports.running')}</h2>
      <Refusal failed={failed ?? refused} />
      <progress
        className="import-progress"
        data-testid="import-progress"
        aria-labelledby="running-title"
        {...(share === null ? {} : { value: share })}
      />
      <p className="figure">
        {share !== null && <strong>{percent(share)}</strong>} {said.join(' · ')}
      </p>
      <Figures job={job} />
      <p className="faint">{t(job.dryRun ? 'imports.tryingMeans' : 'imports.runningMeans')}</p>
      <p>
        <button
          type="button"
          data-testid="import-stop"
          disabled={sending || stopping}
          onClick={() =>
            void send(async () => {
              onJob(await stop(job.id));
              setStopping(true);
            })
          }
        >
          {t(stopping ? 'imports.stopping' : 'imports.stop')}
        </button>
      </p>
    </section>
  );
}

/** Asks again when it was answered: a slow server is not asked faster than it answers. */
function useAsking(id: number, onJob: (job: ImportJob) => void) {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const job = await importJob(String(id));
        if (wanted) {
          setFailed(null);
          setSamples((before) => sampled(before, { at: performance.now(), position: job.position }));
          onJob(job);
        }
      } catch (error) {
        if (wanted) {
          setFailed(error instanceof Error ? error : new Error(String(error)));
        }
      }
      if (wanted) {
        timer = setTimeout(() => void ask(), EVERY_MILLIS);
      }
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, onJob]);
  return { samples, failed };
}
