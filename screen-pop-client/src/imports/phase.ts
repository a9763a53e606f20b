import type { ImportJob, ImportTrouble } from './wire';

/** What one can do with an import now: say how the file is read, wait, or look at what came of it. */
export type Phase = 'mapping' | 'running' | 'ended';

/** The mapping is open until a row is in the book. */
export function phaseOf(job: ImportJob): Phase {
  if (job.state === 'RUNNING') {
    return 'running';
  }
  const begun = !job.dryRun && (job.position > 0 || job.state === 'DONE');
  return begun ? 'ended' : 'mapping';
}

/** A trial has a report until it is tried otherwise. */
export const wasTried = (job: ImportJob): boolean =>
  job.dryRun && job.state !== 'UPLOADED' && job.state !== 'RUNNING';

/** What is wrong with the file itself is the same when it is read again. */
const ofTheServer: readonly string[] = ['server-ended', 'database', 'unreadable', 'server-fault', 'other'];
export const isOfFile = (trouble: ImportTrouble): boolean => !ofTheServer.includes(trouble.reason);

export function canGoOn(job: ImportJob): boolean {
  const over = job.state === 'STOPPED' || job.state === 'FAILED';
  return phaseOf(job) === 'ended' && over && (job.trouble === null || !isOfFile(job.trouble));
}

/** Rows that stand below names of columns and hold something. */
export const rowsDone = (job: ImportJob): number => job.added + job.changed + job.unchanged + job.refused;
