import { useEffect } from 'react';
import { Link } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { size } from '../format/sizes';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { imports } from './api';
import { DeleteImport } from './DeleteImport';
import { StateBadge } from './StateBadge';
import type { ImportJob } from './wire';

const EVERY_MILLIS = 2000;

/** Files of before, and where each stands. */
export function Earlier() {
  const t = useTexts();
  const { value, failed, again } = useLoaded(imports, '');
  const runs = value?.imports.some(({ state }) => state === 'RUNNING') ?? false;
  useEffect(() => {
    if (!runs) {
      return undefined;
    }
    const timer = setInterval(again, EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [runs, again]);
  return (
    <section className="panel import-panel" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t('imports.earlier')}</h2>
      <Refusal failed={failed} />
      {value?.imports.length === 0 && <p className="faint">{t('imports.none')}</p>}
      <ul className="imports-before">
        {value?.imports.map((job) => (
          <Before key={job.id} job={job} onDeleted={again} />
        ))}
      </ul>
    </section>
  );
}

function Before({ job, onDeleted }: { readonly job: ImportJob; readonly onDeleted: () => void }) {
  const t = useTexts();
  const { moment } = useMoments();
  const person = usePeople();
  // What a trial counted is in no book.
  const counted = (['added', 'changed', 'unchanged', 'refused'] as const).filter(
    (what) => !job.dryRun && job[what] > 0,
  );
  return (
    <li data-testid="import" data-import={job.id} data-state={job.state}>
      <span className="import-who">
        <Link href={`/imports/${job.id}`}>
          <Name>{job.name}</Name>
        </Link>
        <span className="small figure">
          <bdi>{size(job.bytes)}</bdi> · <bdi>{moment(Date.parse(job.madeAt))}</bdi> ·{' '}
          <Name>{person(job.by)}</Name>
        </span>
      </span>
      <span className="import-counts">
        <StateBadge job={job} />
        {counted.map((what) => (
          <span key={what} className="small figure">
            {t(`imports.${what}`)}: {count(job[what])}
          </span>
        ))}
      </span>
      {job.state !== 'RUNNING' && <DeleteImport job={job} onDone={onDeleted} />}
    </li>
  );
}
