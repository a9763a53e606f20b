import { Refusal } from '../forms/Refusal';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { previewOf } from './api';
import { ImportRefused } from './ImportRefused';
import { OpenMapping } from './OpenMapping';
import type { ImportJob } from './wire';

interface Props {
  readonly job: ImportJob;
  readonly onJob: (job: ImportJob) => void;
}

/** How the file is read and what its columns are, as long as that can be changed. */
export function MappingPanel({ job, onJob }: Props) {
  const t = useTexts();
  const { value, failed } = useLoaded(previewOf, String(job.id));
  if (value === null) {
    return failed === null ? (
      <p className="faint" role="status">
        {t('imports.reading')}
      </p>
    ) : (
      <ImportRefused failed={failed} />
    );
  }
  return (
    <>
      <Refusal failed={failed} />
      <OpenMapping first={value} job={job} onJob={onJob} />
    </>
  );
}
