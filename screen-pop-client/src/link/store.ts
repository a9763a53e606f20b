import { create } from 'zustand';
import { whoAmI } from './api';
import { Refused } from './http';
import { LiveLink, offline, type Answer, type Wish } from './live-link';
import { Notes, type Sent } from './notes';
import { nothing, reduce, type Live } from './state';
import type { Because, Me, Pop } from './wire';
import { atWork, keepWorkOf, setWork } from './work';

/** What became of a wish: on its way, or why not. A wish that was carried out leaves nothing behind. */
type Asked = 'asking' | 'late' | Because;

interface Store {
  readonly live: Live;
  /** Null while nobody is logged in, undefined while that is not known yet. */
  readonly me: Me | null | undefined;
  /** By call; the wishes for the person's own state under `ME`. */
  readonly asked: Readonly<Record<string, Asked>>;
  /** Notes that are being written, by call. */
  readonly drafts: Readonly<Record<string, string>>;
  /** The server forgot who was here; it was not the person who left. */
  readonly expired: boolean;
}

export const ME = 'me';

export const useStore = create<Store>(() => ({
  live: nothing,
  me: undefined,
  asked: {},
  drafts: {},
  expired: false,
}));

let link: LiveLink | null = null;

const notes = new Notes(sendNote, (drafts) => useStore.setState({ drafts }));
addEventListener('pagehide', () => notes.saveAll());

export function useLive(): Live {
  return useStore((store) => store.live);
}

const AGAIN_MILLIS = 1500;

/** The page opens. A server that does not answer is asked again: its sessions outlive it. */
export async function start(): Promise<void> {
  try {
    enter(await whoAmI());
  } catch (error) {
    if (isUnknown(error)) {
      leave();
    } else {
      setTimeout(() => void start(), AGAIN_MILLIS);
    }
  }
}

const isUnknown = (error: unknown): boolean => error instanceof Refused && error.status === 401;

/** Somebody is logged in: the line opens and stays open. */
export function enter(me: Me): void {
  link?.close();
  useStore.setState({ me, live: nothing, asked: {}, expired: false });
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const opened = new LiveLink(`${scheme}//${location.host}/ws`, {
    told: (message) => {
      const before = useStore.getState().live;
      const live = reduce(before, message, Date.now(), atWork());
      useStore.setState({ live });
      keepWorkOf(live.pops.map((pop) => pop.call));
      if (message.type === 'pop') {
        settle(message.pop.call);
        settle(aboutCaller(message.pop.call));
        if (message.pop.state === 'ENDED') {
          notes.save(message.pop.call);
        }
      }
      if (live.phase === 'live' && before.phase !== 'live') {
        notes.saveAll();
      }
      const again = before.phase === 'live' || message.type === 'beat';
      if (live.phase === 'stale' && again && message.type !== 'resync') {
        opened.sync();
      }
    },
    lost: () =>
      useStore.setState(({ live }) => ({
        live: { ...live, phase: live.phase === 'connecting' ? 'connecting' : 'stale' },
      })),
    unheard: () => void stillKnown(),
    loggedOut: expire,
  });
  link = opened;
}

/** The handshake of a WebSocket cannot say why it was refused: the session is asked for instead. */
async function stillKnown(): Promise<void> {
  try {
    await whoAmI();
  } catch (error) {
    if (isUnknown(error)) {
      expire();
    }
  }
}

function expire(): void {
  leave();
  useStore.setState({ expired: true });
}

export function leave(): void {
  link?.close();
  link = null;
  notes.clear();
  keepWorkOf([]);
  useStore.setState({ me: null, live: nothing, asked: {} });
}

export function hurry(): void {
  link?.hurry();
}

/** Pauses the recording of a talk, or goes on with it. */
export async function switchRecording(pop: Pop): Promise<void> {
  await ask({ type: pop.recording === 'PAUSED' ? 'resumeRecording' : 'pauseRecording', call: pop.call });
}

/** Asks the server; whether it is on its way, or why not, stands in `asked` until the call moves or the next wish. */
export async function ask(wish: Wish): Promise<void> {
  const about = 'call' in wish ? wish.call : ME;
  if (useStore.getState().asked[about] !== 'asking') {
    await asked(about, wish);
  }
}

async function asked(about: string, wish: Wish): Promise<Answer> {
  note(about, 'asking');
  const answer = await (link?.ask(wish) ?? Promise.resolve(offline));
  note(about, answer.ok ? null : (answer.because ?? 'late'));
  return answer;
}

/** A note is saved while other wishes for the same call are on their way. */
export function aboutNote(call: string): string {
  return `note of ${call}`;
}

/** Who a caller is taken for is said in the card's own place, whatever else is asked for the same call. */
export function aboutCaller(call: string): string {
  return `caller of ${call}`;
}

/** The caller is this customer, who was no candidate. */
export async function attach(call: string, customer: number): Promise<void> {
  await asked(aboutCaller(call), { type: 'attach', call, customer });
}

export async function choose(call: string, customer: number): Promise<void> {
  await asked(aboutCaller(call), { type: 'choose', call, customer });
}

async function sendNote(call: string, text: string): Promise<Sent> {
  const answer = await asked(aboutNote(call), { type: 'note', call, text });
  if (answer.ok) {
    return 'saved';
  }
  return answer.because === null || answer.because.rule === 'refuse.offline' ? 'unheard' : 'refused';
}

export const writeNote = (call: string, text: string): void => notes.write(call, text);
export const leaveNote = (call: string): void => notes.leave(call);

function settle(about: string): void {
  const asked = useStore.getState().asked[about];
  if (asked !== undefined && asked !== 'asking') {
    note(about, null);
  }
}

function note(about: string, what: Asked | null): void {
  useStore.setState(({ asked }) => {
    const others = Object.fromEntries(Object.entries(asked).filter(([one]) => one !== about));
    return { asked: what === null ? others : { ...others, [about]: what } };
  });
}

export function forgetGone(call: string): void {
  useStore.setState(({ live }) => ({
    live: { ...live, gone: live.gone.filter((gone) => gone.call !== call) },
  }));
}

export function dismiss(call: string): void {
  setWork(call, null);
  useStore.setState(({ live }) => ({
    live: { ...live, pops: live.pops.filter((pop) => pop.call !== call) },
  }));
}
