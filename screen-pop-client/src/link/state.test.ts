import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothing, reduce, type Live, type Telling } from './state';
import type { AgentState, CallRow, Pop, PopState } from './wire';

const me = { login: 'sara', name: 'Sara', roles: ['agent' as const], extension: '1001', demo: false };

function pop(call: string, state: PopState): Pop {
  return {
    call,
    state,
    direction: 'INCOMING',
    caller: { kind: 'NUMBER', number: '02112345678', name: '' },
    lookUp: null,
    chosen: null,
    reach: { queue: 'sales', queueLabel: 'Sales', did: null, didLabel: null, transferredBy: null },
    notes: [],
    waitingSince: 1,
    ringingSince: 2,
    answeredAt: null,
    endedAt: null,
    recording: null,
    because: [],
  };
}

function row(call: string, revision: number): CallRow {
  return {
    call,
    revision,
    direction: 'INCOMING',
    caller: { kind: 'NUMBER', number: '02112345678', name: '' },
    display: '021 1234 5678',
    customer: null,
    did: null,
    didLabel: null,
    queue: null,
    queueLabel: null,
    agent: null,
    startedAt: 1,
    answeredAt: null,
    endedAt: null,
    waitMillis: 0,
    talkMillis: 0,
    outcome: 'LIVE',
    hungUpBy: null,
    certainty: 'LIVE',
    partOf: null,
  };
}

function snapshot(live: Pick<Live, 'pops' | 'agents' | 'queues' | 'calls'>, seq: number): Telling {
  return { type: 'snapshot', seq, now: 1000, me, zone: 'UTC', labels: {}, people: {}, link: [], ...live };
}

type Unnumbered = {
  [T in 'pop' | 'popWithdrawn' | 'agent' | 'queue' | 'call']: Omit<Extract<Telling, { type: T }>, 'seq'>;
}['pop' | 'popWithdrawn' | 'agent' | 'queue' | 'call'];

const calls = fc.constantFrom('pbx1/1', 'pbx1/2', 'pbx1/3');
const deltas: fc.Arbitrary<Unnumbered> = fc.oneof(
  fc.record({
    type: fc.constant('pop' as const),
    pop: fc
      .tuple(calls, fc.constantFrom<PopState>('RINGING', 'TALKING', 'HELD', 'ENDED'))
      .map(([c, s]) => pop(c, s)),
  }),
  fc.record({
    type: fc.constant('popWithdrawn' as const),
    call: calls,
    why: fc.constant('ANSWERED_ELSEWHERE' as const),
    answeredBy: fc.constant('omid'),
  }),
  fc.record({
    type: fc.constant('agent' as const),
    agent: fc
      .constantFrom<AgentState>('READY', 'BUSY')
      .map((state) => ({ login: 'sara', name: 'Sara', extension: '1001', state, reason: null, since: 5 })),
  }),
  fc.record({
    type: fc.constant('queue' as const),
    queue: fc.nat(9).map((waiting) => ({ name: 'sales', label: 'Sales', waiting })),
  }),
  fc.record({
    type: fc.constant('call' as const),
    call: fc.tuple(calls, fc.nat(20)).map(([call, revision]) => row(call, revision)),
  }),
);

function numbered(delta: Unnumbered, seq: number): Telling {
  return { ...delta, seq };
}

const shownState = ({ pops, agents, queues, calls }: Live) => ({ pops, agents, queues, calls });
const empty = { pops: [], agents: [], queues: [], calls: [] };

describe('what a screen shows', () => {
  it('is the same for a screen that joins late and one that saw everything', () => {
    fc.assert(
      fc.property(fc.array(deltas, { maxLength: 40 }), fc.nat(40), (all, at) => {
        const joinsAfter = Math.min(at, all.length);
        let witness = reduce(nothing, snapshot(empty, 0), 0);
        const told = all.map((delta, index) => numbered(delta, index + 1));
        for (const message of told.slice(0, joinsAfter)) {
          witness = reduce(witness, message, 0);
        }
        let late = reduce(nothing, snapshot(shownState(witness), joinsAfter), 0);
        for (const message of told.slice(joinsAfter)) {
          witness = reduce(witness, message, 0);
          late = reduce(late, message, 0);
        }
        expect(shownState(late)).toEqual(shownState(witness));
      }),
    );
  });

  it('is changed by no message twice', () => {
    fc.assert(
      fc.property(fc.array(deltas, { maxLength: 30 }), (all) => {
        let once = reduce(nothing, snapshot(empty, 0), 0);
        let twice = once;
        all.forEach((delta, index) => {
          const message = numbered(delta, index + 1);
          once = reduce(once, message, 0);
          twice = reduce(reduce(twice, message, 0), message, 0);
        });
        expect(twice).toEqual(once);
      }),
    );
  });

  it('is stale after a gap, and stays as it was until the next snapshot replaces it', () => {
    const live = reduce(nothing, snapshot({ ...empty, pops: [pop('pbx1/1', 'RINGING')] }, 4), 0);
    const gap = reduce(live, { type: 'pop', seq: 6, pop: pop('pbx1/2', 'RINGING') }, 0);
    expect(gap.phase).toBe('stale');
    expect(gap.pops.map((one) => one.call)).toEqual(['pbx1/1']);
    expect(reduce(gap, { type: 'pop', seq: 7, pop: pop('pbx1/3', 'RINGING') }, 0)).toEqual(gap);
    const back = reduce(gap, snapshot({ ...empty, pops: [pop('pbx1/2', 'TALKING')] }, 7), 0);
    expect(back.phase).toBe('live');
    expect(back.pops.map((one) => one.call)).toEqual(['pbx1/2']);
  });

  it('notices by the beat that the last message was lost', () => {
    const live = reduce(nothing, snapshot(empty, 4), 0);
    expect(reduce(live, { type: 'beat', seq: 4, now: 1500 }, 500).phase).toBe('live');
    expect(reduce(live, { type: 'beat', seq: 5, now: 1500 }, 500).phase).toBe('stale');
  });

  it('runs on the server’s clock', () => {
    expect(reduce(nothing, snapshot(empty, 1), 400).skew).toBe(600);
  });

  it('does not bring back the card of an ended call that was closed', () => {
    const live = reduce(nothing, snapshot({ ...empty, pops: [pop('pbx1/1', 'TALKING')] }, 1), 0);
    const ended = reduce(live, { type: 'pop', seq: 2, pop: pop('pbx1/1', 'ENDED') }, 0);
    expect(ended.pops.map((one) => one.state)).toEqual(['ENDED']);
    const closed = { ...ended, pops: [] };
    expect(reduce(closed, { type: 'pop', seq: 3, pop: pop('pbx1/1', 'ENDED') }, 0).pops).toEqual([]);
  });

  it('keeps the card of an ended call on which somebody is writing, also over a snapshot, until they are done', () => {
    const live = reduce(nothing, snapshot({ ...empty, pops: [pop('pbx1/1', 'TALKING')] }, 1), 0);
    const ended = reduce(live, { type: 'pop', seq: 2, pop: pop('pbx1/1', 'ENDED') }, 0);
    const rings = { type: 'pop', seq: 3, pop: pop('pbx1/2', 'RINGING') } as const;
    const calls = (live: Live) => live.pops.map((one) => one.call);
    const writing = new Set(['pbx1/1']);

    const kept = reduce(ended, rings, 0, writing);
    expect(calls(kept)).toEqual(['pbx1/1', 'pbx1/2']);
    const told = snapshot({ ...empty, pops: [pop('pbx1/2', 'RINGING')] }, 4);
    expect(calls(reduce(kept, told, 0, writing))).toEqual(['pbx1/1', 'pbx1/2']);
    expect(calls(reduce(kept, told, 0))).toEqual(['pbx1/2']);
    expect(calls(reduce(ended, rings, 0))).toEqual(['pbx1/2']);
  });

  it('keeps no card that stands on no other screen unless its call is over', () => {
    const live = reduce(nothing, snapshot({ ...empty, pops: [pop('pbx1/1', 'TALKING')] }, 1), 0);
    expect(reduce(live, snapshot(empty, 2), 0, new Set(['pbx1/1'])).pops).toEqual([]);
  });

  it('says who answered a card that was withdrawn', () => {
    const live = reduce(nothing, snapshot({ ...empty, pops: [pop('pbx1/1', 'RINGING')] }, 1), 0);
    const gone = reduce(
      live,
      { type: 'popWithdrawn', seq: 2, call: 'pbx1/1', why: 'ANSWERED_ELSEWHERE', answeredBy: 'omid' },
      0,
    );
    expect(gone.pops).toEqual([]);
    expect(gone.gone).toEqual([
      { call: 'pbx1/1', why: 'ANSWERED_ELSEWHERE', answeredBy: 'omid', who: '02112345678', at: 1000 },
    ]);
  });
});
