import { get, query, send } from '../link/http';
import type { ImportColumn, ImportJob, ImportList, ImportPreview, RefusalPage } from './wire';

export const imports = (): Promise<ImportList> => get('/api/imports');
export const importJob = (id: string): Promise<ImportJob> => get(`/api/imports/${id}`);
export const preview = (id: string): Promise<ImportPreview> => get(`/api/imports/${id}/preview`);
export const refusals = (id: string, after: string | null): Promise<RefusalPage> =>
  get(`/api/imports/${id}/refusals${query({ limit: 50, after })}`);
export const refusalsFile = (id: number): string => `/api/imports/${id}/refusals.csv`;
export const exportFile = (format: 'csv' | 'xlsx' | 'vcard'): string =>
  `/api/customers/export?format=${format}`;

export const upload = (file: File): Promise<ImportJob> =>
  send(`/api/imports${query({ name: file.name })}`, { method: 'POST', body: file });
export const run = (
  id: number,
  columns: readonly Pick<ImportColumn, 'name' | 'field'>[],
  dryRun: boolean,
): Promise<ImportJob> => send(`/api/imports/${id}/run`, { method: 'POST', body: { columns, dryRun } });
export const stop = (id: number): Promise<ImportJob> => send(`/api/imports/${id}/stop`, { method: 'POST' });
export const goOn = (id: number): Promise<ImportJob> => send(`/api/imports/${id}/resume`, { method: 'POST' });
