import type { Fault, Problem } from './wire';

/** What the server said instead of an answer. */
export class Refused extends Error {
  readonly status: number;
  /** What is wrong with single values, each with its place. */
  readonly faults: readonly Fault[];

  constructor(status: number, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.status = status;
    this.faults = faults;
  }
}

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a form or a file as it is. */
  readonly body?: unknown;
  /** The version that is changed: who writes over another one's change is told. */
  readonly version?: number;
  /** Sent again after a lost answer, it does its work once. */
  readonly once?: string;
  readonly signal?: AbortSignal;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
}

export async function call(path: string, sent: Sent = {}): Promise<Response> {
  const { method = 'GET', body } = sent;
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  }
  if (sent.version !== undefined) {
    headers['If-Match'] = `"${sent.version}"`;
  }
  if (sent.once !== undefined) {
    headers['Idempotency-Key'] = sent.once;
  }
  const asIs = body instanceof Blob || body instanceof FormData;
  if (body !== undefined && !asIs) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
    ...(sent.signal === undefined ? {} : { signal: sent.signal }),
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    const said = problem?.detail ?? problem?.title ?? response.statusText;
    throw new Refused(response.status, said, problem?.errors ?? []);
  }
  return response;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await call(path, signal === undefined ? {} : { signal })).json()) as T;
}

export async function send<T>(path: string, sent: Sent): Promise<T> {
  return (await (await call(path, sent)).json()) as T;
}

/** `?a=1&b=2` of what is wished for; what is empty is left out. */
export function query(wishes: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(wishes).filter(([, value]) => value != null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
