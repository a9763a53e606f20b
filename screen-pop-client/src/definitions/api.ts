import { call } from '../link/http';

/** What a site defines, by its place under `/api`. */
type Kind = 'segments' | 'tags' | 'customer-fields' | 'teams' | 'case-categories';

/** Adds it where it has no id yet. */
export async function define(kind: Kind, id: number | null, body: object): Promise<void> {
  await (id === null
    ? call(`/api/${kind}`, { method: 'POST', body })
    : call(`/api/${kind}/${id}`, { method: 'PUT', body }));
}

export async function undefine(kind: Kind, id: number): Promise<void> {
  await call(`/api/${kind}/${id}`, { method: 'DELETE' });
}
