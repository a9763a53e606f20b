import type { ImportJob } from './wire';

/** The same job tried again has another report. */
export const reportKey = (job: ImportJob): string => `${job.id} ${job.endedAt ?? ''}`;
export const idIn = (key: string): string => key.slice(0, key.indexOf(' '));
