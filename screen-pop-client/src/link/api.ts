import { call, get, send } from './http';
import type {
  CallDetail,
  CallPage,
  DemoCall,
  LedgerOverview,
  LedgerPage,
  Me,
  Past,
  Recording,
  RecordingTrouble,
  Switchroom,
  Why,
} from './wire';

export const whoAmI = (): Promise<Me> => get('/api/session');
export const logIn = (login: string, password: string): Promise<Me> =>
  send('/api/session', { method: 'POST', body: { login, password } });
export const logOut = async (): Promise<void> => {
  await call('/api/session', { method: 'DELETE' });
};
export const calls = (before: string | null): Promise<CallPage> =>
  get(`/api/calls?limit=50${before === null ? '' : `&before=${encodeURIComponent(before)}`}`);
export const callDetail = (id: string): Promise<CallDetail> => get(`/api/calls/${path(id)}`);
export const why = (id: string): Promise<Why> => get(`/api/calls/${path(id)}/why`);
export const past = (date: string, at: string): Promise<Past> =>
  get(`/api/past?date=${encodeURIComponent(date)}&at=${encodeURIComponent(at)}`);
export const switchroom = (): Promise<Switchroom> => get('/api/switchroom');
export const recordingTrouble = (): Promise<RecordingTrouble> => get('/api/recordings/trouble');
export const sweepRecordings = (): Promise<RecordingTrouble> =>
  send('/api/recordings/sweep', { method: 'POST' });
export const audioOf = (recording: Recording): string => `/api/recordings/${recording.id}/audio`;
export const noted = async (kind: string, about: string): Promise<void> => {
  await call(`/api/switchroom/noted?${new URLSearchParams({ kind, about }).toString()}`, { method: 'POST' });
};
/** Gives the records that the database had refused another try. */
export const offerAgain = async (): Promise<void> => {
  await call('/api/switchroom/offer-again', { method: 'POST' });
};
export const ledger = (): Promise<LedgerOverview> => get('/api/ledger');
export const ledgerDifferences = (before: number | null): Promise<LedgerPage> =>
  get(`/api/ledger/differences?limit=25${before === null ? '' : `&before=${before}`}`);
/** Compares the last two days once more; answers when that is done. */
export const checkLedger = (): Promise<LedgerOverview> => send('/api/ledger/check', { method: 'POST' });
export const placeDemoCall = async (order: DemoCall): Promise<void> => {
  await call('/api/demo/calls', { method: 'POST', body: order });
};

function path(id: string): string {
  const slash = id.indexOf('/');
  return `${encodeURIComponent(id.slice(0, slash))}/${encodeURIComponent(id.slice(slash + 1))}`;
}
