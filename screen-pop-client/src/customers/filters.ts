import type { CustomerKind } from './wire';

/** What is searched for, as it stands in the page's address: it can be sent to a colleague, and "back" finds it again. */
export interface Filters {
  readonly q: string;
  readonly kind: CustomerKind | '';
  readonly segment: string;
  readonly tag: string;
  /** Login. */
  readonly owner: string;
  /** Id. */
  readonly company: string;
}

export type FilterName = Exclude<keyof Filters, 'q'>;
export const filterNames: readonly FilterName[] = ['kind', 'segment', 'tag', 'owner', 'company'];

export function filtersIn(search: string): Filters {
  const given = new URLSearchParams(search);
  const kind = given.get('kind');
  return {
    q: given.get('q') ?? '',
    kind: kind === 'PERSON' || kind === 'COMPANY' ? kind : '',
    segment: given.get('segment') ?? '',
    tag: given.get('tag') ?? '',
    owner: given.get('owner') ?? '',
    company: given.get('company') ?? '',
  };
}

export function addressOf(filters: Filters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? '/customers' : `/customers?${search}`;
}
