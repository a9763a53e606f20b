import { call, get, query, send } from '../link/http';
import type {
  Access,
  CustomerBody,
  CustomerList,
  FullCustomer,
  OwnField,
  Segment,
  Tag,
  TimelinePage,
} from './wire';
import type { Filters } from './filters';

const AT_ONCE = 40;

export const customers = (
  filters: Filters,
  after: string | null,
  signal?: AbortSignal,
): Promise<CustomerList> => get(`/api/customers${query({ ...filters, limit: AT_ONCE, after })}`, signal);

export const customer = (id: string): Promise<FullCustomer> => get(`/api/customers/${id}`);
export const addCustomer = (body: CustomerBody, once: string): Promise<FullCustomer> =>
  send('/api/customers', { method: 'POST', body, once });
export const writeCustomer = (id: number, version: number, body: CustomerBody): Promise<FullCustomer> =>
  send(`/api/customers/${id}`, { method: 'PUT', body, version });
export const deleteCustomer = async (id: number, version: number): Promise<void> => {
  await call(`/api/customers/${id}`, { method: 'DELETE', version });
};
export const accessOf = (id: string): Promise<{ readonly access: readonly Access[] }> =>
  get(`/api/customers/${id}/access`);

export const segments = async (): Promise<readonly Segment[]> =>
  (await get<{ readonly segments: readonly Segment[] }>('/api/segments')).segments;
export const tags = async (): Promise<readonly Tag[]> =>
  (await get<{ readonly tags: readonly Tag[] }>('/api/tags')).tags;
/** In the order in which they are shown. */
export const ownFields = async (): Promise<readonly OwnField[]> =>
  (await get<{ readonly fields: readonly OwnField[] }>('/api/customer-fields')).fields;
export const timeline = (id: number, before: string | null): Promise<TimelinePage> =>
  get(`/api/customers/${id}/timeline${query({ limit: 30, before })}`);
export const addNote = async (id: number, text: string, once: string): Promise<void> => {
  await call(`/api/customers/${id}/notes`, { method: 'POST', body: { text }, once });
};
