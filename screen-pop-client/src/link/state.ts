import type {
  AgentOnFloor,
  CallRow,
  Candidate,
  Customer,
  FromServer,
  LinkState,
  Me,
  Pop,
  QueueOnFloor,
  Withdrawal,
} from './wire';

/** A card that left this screen because somebody else has the call, or nobody. */
export interface Gone {
  readonly call: string;
  readonly why: Withdrawal;
  readonly answeredBy: string | null;
  /** What the card said: the customer's name, or the number. */
  readonly who: string;
  readonly at: number;
}

/** What queues and dialled numbers are called, by name and language. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Everything the server told this screen, and whether it is still true. */
export interface Live {
  /** `stale`: what is shown was true once; a new snapshot is on its way. */
  readonly phase: 'connecting' | 'live' | 'stale';
  readonly seq: number;
  /** Server's clock minus this machine's, in milliseconds. */
  readonly skew: number;
  readonly me: Me | null;
  readonly zone: string;
  readonly labels: Labels;
  readonly people: Readonly<Record<string, string>>;
  readonly link: readonly LinkState[];
  readonly pops: readonly Pop[];
  readonly agents: readonly AgentOnFloor[];
  readonly queues: readonly QueueOnFloor[];
  /** Live calls, and those that ended while this screen watched. */
  readonly calls: readonly CallRow[];
  readonly gone: readonly Gone[];
}

export const nothing: Live = {
  phase: 'connecting',
  seq: 0,
  skew: 0,
  me: null,
  zone: 'UTC',
  labels: {},
  people: {},
  link: [],
  pops: [],
  agents: [],
  queues: [],
  calls: [],
  gone: [],
};

/** The messages that change what is shown. */
export type Telling = Exclude<FromServer, { type: 'reply' }>;

const KEPT_GONE = 3;
const KEPT_CALLS = 400;

/** Calls on whose cards somebody is writing. */
export type AtWork = ReadonlySet<string>;
const nobody: AtWork = new Set();

/**
 * What is shown after one more message. A snapshot replaces everything; a gap in the numbers makes all of it stale. The card
 * of an ended call on which somebody is writing stays until they are done.
 */
export function reduce(live: Live, message: Telling, localNow: number, atWork: AtWork = nobody): Live {
  switch (message.type) {
    case 'snapshot':
      return {
        phase: 'live',
        seq: message.seq,
        skew: message.now - localNow,
        me: message.me,
        zone: message.zone,
        labels: message.labels,
        people: message.people,
        link: message.link,
        pops: withThoseAtWork(message.pops, live.pops, atWork),
        agents: message.agents,
        queues: message.queues,
        calls: message.calls,
        gone: live.gone,
      };
    case 'resync':
      return { ...live, phase: 'stale' };
    case 'beat':
      return message.seq === live.seq
        ? { ...live, skew: message.now - localNow }
        : { ...live, phase: 'stale' };
    case 'pop':
    case 'popWithdrawn':
    case 'agent':
    case 'queue':
    case 'link':
    case 'call':
      if (live.phase !== 'live' || message.seq <= live.seq) {
        return live;
      }
      return message.seq === live.seq + 1
        ? { ...apply(live, message, localNow, atWork), seq: message.seq }
        : { ...live, phase: 'stale' };
  }
}

type Delta = Exclude<Telling, { type: 'snapshot' | 'resync' | 'beat' }>;

function apply(live: Live, delta: Delta, localNow: number, atWork: AtWork): Live {
  switch (delta.type) {
    case 'pop':
      return { ...live, pops: shown(live.pops, delta.pop, atWork) };
    case 'popWithdrawn': {
      const card = live.pops.find((pop) => pop.call === delta.call);
      const pops = live.pops.filter((pop) => pop.call !== delta.call);
      if (card === undefined) {
        return { ...live, pops };
      }
      const at = localNow + live.skew;
      const gone = { call: delta.call, why: delta.why, answeredBy: delta.answeredBy, who: whoOf(card), at };
      return { ...live, pops, gone: [gone, ...live.gone].slice(0, KEPT_GONE) };
    }
    case 'agent':
      return { ...live, agents: replaced(live.agents, delta.agent, (agent) => agent.login) };
    case 'queue':
      return { ...live, queues: replaced(live.queues, delta.queue, (queue) => queue.name) };
    case 'link':
      return { ...live, link: replaced(live.link, delta.link, (link) => link.pbx) };
    case 'call':
      return delta.call.partOf === null
        ? { ...live, calls: newest(live.calls, delta.call) }
        : { ...live, ...without(live, delta.call.call) };
  }
}

/**
 * A new ringing call takes the place of cards that have ended; the order of the others never changes. The card of an
 * ended call that was closed stays so, whatever is written of it after that.
 */
function shown(pops: readonly Pop[], pop: Pop, atWork: AtWork): readonly Pop[] {
  if (pop.state === 'ENDED' && !pops.some((one) => one.call === pop.call)) {
    return pops;
  }
  const kept = pops.filter(
    (other) =>
      other.call === pop.call || other.state !== 'ENDED' || pop.state !== 'RINGING' || atWork.has(other.call),
  );
  return replaced(kept, pop, (one) => one.call);
}

function withThoseAtWork(told: readonly Pop[], before: readonly Pop[], atWork: AtWork): readonly Pop[] {
  const kept = before.filter(
    (pop) => pop.state === 'ENDED' && atWork.has(pop.call) && !told.some((one) => one.call === pop.call),
  );
  return kept.length === 0 ? told : [...kept, ...told];
}

/** It became part of another call, whose card and row tell all of it. */
function without({ calls, pops }: Live, gone: string): Pick<Live, 'calls' | 'pops'> {
  return {
    calls: calls.filter((row) => row.call !== gone),
    pops: pops.filter((pop) => pop.call !== gone),
  };
}

function newest(calls: readonly CallRow[], row: CallRow): readonly CallRow[] {
  const known = calls.find((call) => call.call === row.call);
  if (known !== undefined && known.revision > row.revision) {
    return calls;
  }
  return replaced(calls, row, (call) => call.call).slice(-KEPT_CALLS);
}

function replaced<T>(list: readonly T[], item: T, key: (item: T) => string): readonly T[] {
  const wanted = key(item);
  return list.some((one) => key(one) === wanted)
    ? list.map((one) => (key(one) === wanted ? item : one))
    : [...list, item];
}

/** The chosen customer, or the only one it can be. */
export function customerOf(pop: Pop): Candidate | null {
  if (pop.lookUp?.type !== 'found') {
    return null;
  }
  const { candidates } = pop.lookUp;
  const chosen = candidates.find((candidate) => candidate.customer.id === pop.chosen);
  return chosen ?? (candidates.length === 1 ? (candidates[0] ?? null) : null);
}

/** A customer of ours who is on the card; null also for who stands in another directory only. */
export function oursOn(pop: Pop): Customer | null {
  const found = customerOf(pop);
  return found?.origin === null ? found.customer : null;
}

/** Whether there is a number to remember somebody by, and the book has been asked. */
export function mayTakeIn(pop: Pop): boolean {
  return pop.caller.kind === 'NUMBER' && pop.lookUp !== null;
}

/** The number as it goes into the book. One with an extension says more than its E.164. */
export function numberToKeep(pop: Pop): string {
  const { number } = pop.caller;
  const e164 = pop.lookUp !== null && 'e164' in pop.lookUp ? pop.lookUp.e164 : '';
  return e164 === '' || /[;,x]|ext/i.test(number) ? number : e164;
}

/** What the caller may be called: the name of another directory, or of the network where that is no number again. */
export function nameToKeep(pop: Pop): string {
  const found = customerOf(pop);
  const { name } = pop.caller;
  return found?.origin != null ? found.customer.name : /\p{L}/u.test(name) ? name : '';
}

export function numberOf(pop: Pop): string {
  return pop.lookUp?.display ?? pop.caller.number;
}

export function whoOf(pop: Pop): string {
  return customerOf(pop)?.customer.name ?? (numberOf(pop) || pop.caller.name);
}
