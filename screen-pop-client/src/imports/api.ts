import { call, get, query, send } from '../link/http';
import { upload, type Sent } from '../link/upload';
import { plain } from '../format/plain';
import type { CauseList, ImportJob, ImportList, ImportPreview, MappingBody, RefusalPage } from './wire';

const LONGEST_NAME = 255;

export type ExportFormat = 'csv' | 'xlsx' | 'vcard';

export const imports = (): Promise<ImportList> => get('/api/imports');
export const importJob = (id: string): Promise<ImportJob> => get(`/api/imports/${id}`);
export const previewOf = (id: string): Promise<ImportPreview> => get(`/api/imports/${id}/preview`);
export const refusals = (id: string, after: string | null): Promise<RefusalPage> =>
  get(`/api/imports/${id}/refusals${query({ limit: 50, after })}`);
export const causes = (id: string): Promise<CauseList> => get(`/api/imports/${id}/refusals/causes`);
export const refusalsFile = (id: number): string => `/api/imports/${id}/refusals.csv`;
/** All customers, or the best 200 that a search finds. */
export const exportFile = (format: ExportFormat, q: string): string =>
  `/api/customers/export${query({ format, q: q.trim() })}`;

export const take = (file: File, onSent: (sent: Sent) => void, signal: AbortSignal): Promise<ImportPreview> =>
  upload(
    `/api/imports${query({ name: Array.from(plain(file.name)).slice(0, LONGEST_NAME).join('') })}`,
    file,
    onSent,
    signal,
  );
export const map = (id: number, body: MappingBody): Promise<ImportPreview> =>
  send(`/api/imports/${id}/mapping`, { method: 'PUT', body });
/** Goes on where it stopped. */
export const run = (id: number, dryRun: boolean): Promise<ImportJob> =>
  send(`/api/imports/${id}/run`, { method: 'POST', body: { dryRun } });
export const stop = (id: number): Promise<ImportJob> => send(`/api/imports/${id}/stop`, { method: 'POST' });
export const remove = async (id: number): Promise<void> => {
  await call(`/api/imports/${id}`, { method: 'DELETE' });
};
