import { call, get, query, send } from '../link/http';
import type {
  DoubtfulNumber,
  DuplicatePage,
  Found,
  Merged,
  SharedNumber,
  Taken,
  UnmatchedCaller,
} from './wire';

const AT_ONCE = 50;

export const doubtful = (which: string, after: string | null): Promise<Found<DoubtfulNumber>> =>
  get(`/api/quality/${which}-numbers${query({ limit: AT_ONCE, after })}`);
export const shared = (after: string | null): Promise<Found<SharedNumber>> =>
  get(`/api/quality/shared-numbers${query({ limit: AT_ONCE, after })}`);
export const duplicates = (by: string, after: string | null): Promise<DuplicatePage> =>
  get(`/api/quality/duplicates${query({ by, limit: 20, after })}`);
export const unmatched = (days: string): Promise<readonly UnmatchedCaller[]> =>
  get(`/api/quality/unmatched-callers${query({ days, limit: 100 })}`);

export const merge = (winner: number, loser: number, fields: readonly Taken[]): Promise<Merged> =>
  send(`/api/customers/${winner}/merge`, { method: 'POST', body: { loser, fields } });
export const undoMerge = async (id: number): Promise<void> => {
  await call(`/api/merges/${id}/undo`, { method: 'POST' });
};
export const notSame = async (one: number, other: number): Promise<void> => {
  await call('/api/quality/not-same', { method: 'POST', body: { one, other } });
};
