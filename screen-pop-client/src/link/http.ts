import type { Fault, Problem } from './wire';

/** What the server said instead of an answer. */
export class Refused extends Error {
  readonly status: number;
  /** Of the problem, in English: tells refusals of one status apart. */
  readonly title: string;
  /** What is wrong with single values, each with its place. */
  readonly faults: readonly Fault[];

  constructor(status: number, message: string, faults: readonly Fault[] = [], title = '') {
    super(message);
    this.status = status;
    this.faults = faults;
    this.title = title;
  }

  /** @param problem what came as the answer, perhaps nothing of ours */
  static by(status: number, statusText: string, problem: Partial<Problem> | null): Refused {
    const said = problem?.detail ?? problem?.title ?? statusText;
    return new Refused(status, said, problem?.errors ?? [], problem?.title ?? '');
  }
}

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; files go by `upload`. */
  readonly body?: unknown;
  /** The version that is changed: who writes over another one's change is told. */
  readonly version?: number;
  /** Sent again after a lost answer, it does its work once. */
  readonly once?: string;
  readonly signal?: AbortSignal;
}

/** Proves that a page of ours asks. */
export function token(): string {
  return cookie('XSRF-TOKEN');
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
}

export async function call(path: string, sent: Sent = {}): Promise<Response> {
  const { method = 'GET', body } = sent;
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = token();
  }
  if (sent.version !== undefined) {
    headers['If-Match'] = `"${sent.version}"`;
  }
  if (sent.once !== undefined) {
    headers['Idempotency-Key'] = sent.once;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(sent.signal === undefined ? {} : { signal: sent.signal }),
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    throw Refused.by(response.status, response.statusText, problem);
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
