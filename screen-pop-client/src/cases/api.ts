import { call, get, query, send } from '../link/http';
import type {
  CallBack,
  CallBackList,
  CallBackWish,
  CallKey,
  Case,
  CaseList,
  CaseOpening,
  CaseView,
  CaseWish,
  Category,
  Team,
  WholeCase,
} from './wire';

const AT_ONCE = 50;

export const cases = (view: CaseView, after: string | null): Promise<CaseList> =>
  get(`/api/cases${query({ view, limit: AT_ONCE, after })}`);
export const oneCase = (id: string): Promise<WholeCase> => get(`/api/cases/${id}`);
export const openCase = (body: CaseOpening, once: string): Promise<WholeCase> =>
  send('/api/cases', { method: 'POST', body, once });
export const changeCase = (id: number, version: number, body: CaseWish): Promise<WholeCase> =>
  send(`/api/cases/${id}`, { method: 'PATCH', body, version });
export const addCallBack = async (body: CallBackWish, once: string): Promise<void> => {
  await call('/api/call-backs', { method: 'POST', body, once });
};
export const categories = (): Promise<readonly Category[]> => get('/api/case-categories');
export const teams = (): Promise<readonly Team[]> => get('/api/teams');
export const callBacks = (view: string): Promise<CallBackList> =>
  get(`/api/call-backs${query({ view, limit: 100 })}`);
export const endCallBack = (id: number, version: number, state: 'DONE' | 'CANCELLED'): Promise<CallBack> =>
  send(`/api/call-backs/${id}`, { method: 'PATCH', body: { state }, version });
export const addCallTo = (id: number, call: CallKey): Promise<WholeCase> =>
  send(`/api/cases/${id}/calls`, { method: 'POST', body: call });
export const takeCallFrom = (id: number, { pbx, id: call }: CallKey): Promise<WholeCase> =>
  send(`/api/cases/${id}/calls/${encodeURIComponent(pbx)}/${encodeURIComponent(call)}`, { method: 'DELETE' });
/** The cases that a call belongs to, the newest first. */
export const casesOfCall = async (call: string): Promise<readonly Case[]> =>
  (await get<CaseList>(`/api/calls/${callPath(call)}/cases`)).cases;

/** As the history names a call: the exchange, a slash, the exchange's own id. */
export function callKey(call: string): CallKey {
  const slash = call.indexOf('/');
  return { pbx: call.slice(0, slash), id: call.slice(slash + 1) };
}

function callPath(call: string): string {
  const { pbx, id } = callKey(call);
  return `${encodeURIComponent(pbx)}/${encodeURIComponent(id)}`;
}
