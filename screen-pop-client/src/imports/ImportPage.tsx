import { Link, useLocation } from 'wouter';
import { Tabs } from '../customers/Tabs';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { size } from '../format/sizes';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { importJob } from './api';
import { DeleteImport } from './DeleteImport';
import { Ended } from './Ended';
import { MappingPanel } from './MappingPanel';
import { phaseOf, wasTried } from './phase';
import { Report } from './Report';
import { Running } from './Running';
import { StateBadge } from './StateBadge';
import { useTroubleWords } from './use-words';
import type { ImportJob } from './wire';
import '../customers/customers.css';
import './imports.css';

/** One file on its way into the book: how it is read, how far it is, and what was not taken. */
export function ImportPage({ id }: { readonly id: string }) {
  const t = useTexts();
  const { value: job, failed, replace } = useLoaded(importJob, id);
  return (
    <div className="book">
      <Tabs />
      <p>
        <Link href="/imports">{t('imports.back')}</Link>
      </p>
      <Refusal failed={failed} />
      {job !== null && (
        <>
          <Head job={job} />
          <Body job={job} onJob={replace} />
        </>
      )}
    </div>
  );
}

function Head({ job }: { readonly job: ImportJob }) {
  const t = useTexts();
  const [, go] = useLocation();
  const { moment } = useMoments();
  const person = usePeople();
  return (
    <header className="import-head">
      <div>
        <h1>
          <Name>{job.name}</Name>
        </h1>
        <p className="small">
          {t(`importFormat.${job.format}`)} · <bdi>{size(job.bytes)}</bdi> ·{' '}
          <bdi>{moment(Date.parse(job.madeAt))}</bdi> · <Name>{person(job.by)}</Name>
        </p>
      </div>
      <span role="status" data-testid="import-state" data-state={job.state} data-dry={job.dryRun}>
        <StateBadge job={job} />
      </span>
      {job.state !== 'RUNNING' && <DeleteImport job={job} onDone={() => go('/imports', { replace: true })} />}
    </header>
  );
}

/** It did not get as far as the first row. */
function Stopped({ job }: { readonly job: ImportJob }) {
  const trouble = useTroubleWords();
  return job.trouble === null ? null : <p className="refusal">{trouble(job.trouble)}</p>;
}

function Body({ job, onJob }: { readonly job: ImportJob; readonly onJob: (job: ImportJob) => void }) {
  switch (phaseOf(job)) {
    case 'running':
      return <Running key={job.startedAt} job={job} onJob={onJob} />;
    case 'ended':
      return (
        <>
          <Ended job={job} onJob={onJob} />
          <Report job={job} />
        </>
      );
    case 'mapping':
      return (
        <>
          {wasTried(job) ? <Ended job={job} onJob={onJob} /> : <Stopped job={job} />}
          <MappingPanel job={job} onJob={onJob} />
          {wasTried(job) && <Report job={job} />}
        </>
      );
  }
}
