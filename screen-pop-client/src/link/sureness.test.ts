import { describe, expect, it } from 'vitest';
import { mayTakeIn, nameToKeep, numberToKeep, oursOn } from './state';
import { surenessOf } from './sureness';
import type { Because, Candidate, MatchQuality, Pop } from './wire';

function candidate(id: number, quality: MatchQuality, origin: Candidate['origin'] = null): Candidate {
  return {
    customer: {
      id,
      name: `Customer ${id}`,
      company: null,
      segment: null,
      language: null,
      owner: null,
      warning: null,
      lastContacts: [],
      matters: null,
    },
    quality,
    label: 'mobile',
    origin,
  };
}

function pop(candidates: readonly Candidate[], changes: Partial<Pop> = {}): Pop {
  return {
    call: 'pbx1/1',
    state: 'RINGING',
    direction: 'INCOMING',
    caller: { kind: 'NUMBER', number: '02112345678', name: '' },
    lookUp:
      candidates.length === 0
        ? { type: 'notFound', e164: '+982112345678', display: '021 1234 5678' }
        : { type: 'found', e164: '+982112345678', display: '021 1234 5678', candidates },
    chosen: null,
    reach: { queue: null, queueLabel: null, did: null, didLabel: null, transferredBy: null },
    notes: [],
    waitingSince: 1,
    ringingSince: 2,
    answeredAt: null,
    endedAt: null,
    recording: null,
    because: [],
    ...changes,
  };
}

const learned = (customer: string, times: string): Because => ({
  rule: 'match.learned',
  facts: [
    { name: 'customer', value: customer },
    { name: 'times', value: times },
    { name: 'agent', value: 'omid' },
  ],
});
const chosen = (customer: string): Because => ({
  rule: 'match.chosen',
  facts: [
    { name: 'agent', value: 'sara' },
    { name: 'customer', value: customer },
  ],
});

describe('how sure we are', () => {
  it.each([
    ['EXACT', 'sure'],
    ['EXTENSION_OF_COMPANY', 'likely'],
    ['NATIONAL', 'likely'],
    ['LEARNED', 'likely'],
    ['SUFFIX', 'guess'],
  ] as const)('of %s is %s', (quality, level) => {
    const one = candidate(7, quality);
    expect(surenessOf(pop([one]), one)).toEqual({
      level,
      quality,
      label: 'mobile',
      directory: null,
      learned: null,
      saidBy: null,
      sharedBy: 1,
    });
  });

  it('is less where several have the number, until somebody says who it is', () => {
    const [one, other] = [candidate(7, 'EXACT'), candidate(8, 'EXACT')];
    expect(surenessOf(pop([one, other]), one)).toMatchObject({ level: 'likely', sharedBy: 2 });
    const said = pop([one, other], { chosen: 8, because: [chosen('8')] });
    expect(surenessOf(said, other)).toMatchObject({ level: 'sure', saidBy: 'sara' });
    expect(surenessOf(said, one)).toMatchObject({ level: 'likely', saidBy: null });
  });

  it('names who chose them before, and how often', () => {
    const [one, other] = [candidate(7, 'EXACT'), candidate(8, 'LEARNED')];
    const taught = pop([one, other], { because: [learned('8', '3')] });
    expect(surenessOf(taught, other).learned).toEqual({ by: 'omid', times: 3 });
    expect(surenessOf(taught, one).learned).toBeNull();
    expect(surenessOf(pop([other], { because: [learned('8', 'often')] }), other).learned?.times).toBe(1);
  });

  it('tells whom another directory knows by its name', () => {
    const one = candidate(-7, 'EXACT', { directory: 'staff', key: 'uid=anna' });
    const said = pop([one], { because: [chosen('staff/uid=anna')] });
    expect(surenessOf(said, one)).toMatchObject({ directory: 'staff', saidBy: 'sara' });
    expect(oursOn(said)).toBeNull();
    expect(oursOn(pop([candidate(7, 'EXACT')]))?.id).toBe(7);
  });
});

describe('who is taken in', () => {
  it('is somebody with a number, once the book has been asked', () => {
    expect(mayTakeIn(pop([]))).toBe(true);
    expect(mayTakeIn(pop([], { lookUp: null }))).toBe(false);
    expect(mayTakeIn(pop([], { caller: { kind: 'WITHHELD', number: '', name: '' } }))).toBe(false);
    expect(mayTakeIn(pop([], { caller: { kind: 'INTERNAL', number: '1002', name: 'Omid' } }))).toBe(false);
  });

  it('has the number that the book reads, with the extension where the call brought one', () => {
    expect(numberToKeep(pop([]))).toBe('+982112345678');
    const behind = { kind: 'NUMBER', number: '+982112345678;ext=102', name: '' } as const;
    expect(numberToKeep(pop([], { caller: behind }))).toBe('+982112345678;ext=102');
    const away = { type: 'unanswered', display: '021 1234 5678', reason: 'slow' } as const;
    expect(numberToKeep(pop([], { lookUp: away }))).toBe('02112345678');
    const none = { type: 'notFound', e164: '', display: '12' } as const;
    expect(numberToKeep(pop([], { lookUp: none }))).toBe('02112345678');
  });

  it('has the name of the network unless that is a number again, and that of a directory before it', () => {
    const named = (name: string) => ({ caller: { kind: 'NUMBER', number: '021', name } }) as const;
    expect(nameToKeep(pop([], named('مریم جعفری')))).toBe('مریم جعفری');
    expect(nameToKeep(pop([], named('+98 21 1234')))).toBe('');
    const staff = candidate(-7, 'EXACT', { directory: 'staff', key: 'k' });
    expect(nameToKeep(pop([staff], named('A')))).toBe('Customer -7');
    expect(nameToKeep(pop([candidate(7, 'EXACT')], named('A')))).toBe('A');
  });
});
