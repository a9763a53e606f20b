import { useTexts } from '../texts/use-texts';
import type { ImportJob } from './wire';

const looks = {
  UPLOADED: 'badge',
  RUNNING: 'badge badge-late',
  STOPPED: 'badge badge-late',
  DONE: 'badge badge-good',
  FAILED: 'badge badge-bad',
} as const;

/** Where an import stands; a trial is never called done. */
export function StateBadge({
  job: { state, dryRun },
}: {
  readonly job: Pick<ImportJob, 'state' | 'dryRun'>;
}) {
  const t = useTexts();
  const tried = dryRun && state === 'DONE';
  return (
    <span className={tried ? 'badge' : looks[state]}>
      {tried ? t('imports.tried') : t(`importState.${state}`)}
    </span>
  );
}
