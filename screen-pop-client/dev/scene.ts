import type { Page } from 'playwright-core';
import type { FromServer, LedgerOverview, Me, Past, Pop } from '../src/link/wire';
import type { Answers } from './book-scenes';
import { agent, agents, ago, labels, NOW, queues, sara } from './cast';

type Snapshot = Extract<FromServer, { type: 'snapshot' }>;

/** One thing a person can see: who looks, what the server says, and what is done before the picture is taken. */
export interface Scene {
  readonly name: string;
  /** Null: nobody is logged in. */
  readonly me: Me | null;
  readonly path: string;
  readonly snapshot: Snapshot | null;
  readonly then?: readonly FromServer[];
  /** Answers a request; without it requests stay unanswered. */
  readonly reply?: Extract<FromServer, { type: 'reply' }>['because'];
  /** How reading the exchange's ledger goes; without it all is well. */
  readonly ledger?: LedgerOverview;
  /** How the book answers where it differs from what it says in every scene. */
  readonly answers?: Answers;
  /** What is said of the past. */
  readonly past?: Past;
  readonly act?: (page: Page) => Promise<void>;
}

export function desk(name: string, pops: readonly Pop[], changes: Partial<Scene & Snapshot> = {}): Scene {
  const { link, agents: floor, queues: waiting, ...scene } = changes;
  return {
    name,
    me: sara,
    path: '/desk',
    snapshot: snapshot(sara, {
      pops,
      link: link ?? up,
      agents: floor ?? [agent('sara', 'Sara Ahmadi', '1001', pops.length > 0 ? 'BUSY' : 'READY', ago(2, 14))],
      queues: waiting ?? queues(2, 0).slice(0, 1),
    }),
    ...scene,
  };
}

export const up = [{ pbx: 'pbx1', up: true, reason: '', since: ago(190) }];

export function snapshot(me: Me, changes: Partial<Snapshot>): Snapshot {
  return {
    type: 'snapshot',
    seq: 1,
    now: NOW,
    me,
    zone: 'Asia/Tehran',
    labels,
    people: Object.fromEntries(agents.map((one) => [one.login, one.name])),
    link: up,
    pops: [],
    agents,
    queues: queues(0, 0),
    calls: [],
    ...changes,
  };
}
