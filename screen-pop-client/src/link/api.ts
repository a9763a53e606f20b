import type {
  CallDetail,
  CallPage,
  DemoCall,
  Me,
  Past,
  Problem,
  Recording,
  RecordingTrouble,
  Switchroom,
  Why,
} from './wire';

/** What the server said instead of an answer. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
}

async function call(path: string, method: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    throw new Refused(response.status, problem?.detail ?? problem?.title ?? response.statusText);
  }
  return response;
}

async function get<T>(path: string): Promise<T> {
  return (await (await call(path, 'GET')).json()) as T;
}

export const whoAmI = (): Promise<Me> => get('/api/session');
export const logIn = async (login: string, password: string): Promise<Me> =>
  (await (await call('/api/session', 'POST', { login, password })).json()) as Me;
export const logOut = async (): Promise<void> => {
  await call('/api/session', 'DELETE');
};
export const calls = (before: string | null): Promise<CallPage> =>
  get(`/api/calls?limit=50${before === null ? '' : `&before=${encodeURIComponent(before)}`}`);
export const callDetail = (id: string): Promise<CallDetail> => get(`/api/calls/${path(id)}`);
export const why = (id: string): Promise<Why> => get(`/api/calls/${path(id)}/why`);
export const past = (date: string, at: string): Promise<Past> =>
  get(`/api/past?date=${encodeURIComponent(date)}&at=${encodeURIComponent(at)}`);
export const switchroom = (): Promise<Switchroom> => get('/api/switchroom');
export const recordingTrouble = (): Promise<RecordingTrouble> => get('/api/recordings/trouble');
export const sweepRecordings = async (): Promise<RecordingTrouble> =>
  (await (await call('/api/recordings/sweep', 'POST')).json()) as RecordingTrouble;
export const audioOf = (recording: Recording): string => `/api/recordings/${recording.id}/audio`;
export const noted = async (kind: string, about: string): Promise<void> => {
  await call(`/api/switchroom/noted?${new URLSearchParams({ kind, about }).toString()}`, 'POST');
};
/** Gives the records that the database had refused another try. */
export const offerAgain = async (): Promise<void> => {
  await call('/api/switchroom/offer-again', 'POST');
};
export const placeDemoCall = async (order: DemoCall): Promise<void> => {
  await call('/api/demo/calls', 'POST', order);
};

function path(id: string): string {
  const slash = id.indexOf('/');
  return `${encodeURIComponent(id.slice(0, slash))}/${encodeURIComponent(id.slice(slash + 1))}`;
}
