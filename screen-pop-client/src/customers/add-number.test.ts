import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addNumber } from './add-number';
import type { CustomerBody } from './wire';

interface Asked {
  readonly method: string;
  readonly match: string | undefined;
  readonly numbers: readonly string[];
}

/** A server that has one customer, whom somebody else changes as often as wished before it takes a change. */
function serving(raw: readonly string[], changes: number): readonly Asked[] {
  const asked: Asked[] = [];
  let version = 3;
  vi.stubGlobal(
    'fetch',
    (_: string, how: { method: string; headers: Record<string, string>; body?: string }) => {
      const body = how.body === undefined ? null : (JSON.parse(how.body) as CustomerBody);
      asked.push({
        method: how.method,
        match: how.headers['If-Match'],
        numbers: body?.numbers.map((number) => number.raw) ?? [],
      });
      if (body !== null && version < 3 + changes) {
        version += 1;
        return Promise.resolve(new Response('{"title":"Changed meanwhile"}', { status: 412 }));
      }
      return Promise.resolve(new Response(JSON.stringify(customer(version, raw))));
    },
  );
  return asked;
}

function customer(version: number, raw: readonly string[]): unknown {
  return {
    id: 7,
    version,
    kind: 'PERSON',
    name: 'Anna',
    sayAs: null,
    company: null,
    segment: null,
    owner: null,
    language: null,
    warning: null,
    doNotCall: false,
    numbers: raw.map((e164, id) => ({ id, raw: e164, e164, extension: null, label: '', moved: false })),
    mails: [],
    addresses: [],
    tags: [],
    consents: [],
    fields: {},
    source: 'erp',
    sourceKey: 'C-1',
  };
}

describe('a number that turns out to be theirs', () => {
  beforeEach(() => vi.stubGlobal('document', { cookie: '' }));
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is added to those they have', async () => {
    const asked = serving(['+981'], 0);
    await addNumber(7, '+982');
    expect(asked).toEqual([
      { method: 'GET', match: undefined, numbers: [] },
      { method: 'PUT', match: '"3"', numbers: ['+981', '+982'] },
    ]);
  });

  it('is not added twice', async () => {
    const asked = serving(['+981'], 0);
    await addNumber(7, '+981');
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is added to what somebody else has made of them meanwhile', async () => {
    const asked = serving([], 1);
    await addNumber(7, '+982');
    expect(asked.map(({ match }) => match)).toEqual([undefined, '"3"', undefined, '"4"']);
  });

  it('is given up where somebody changes them all the time, and that is said', async () => {
    const asked = serving([], 99);
    await expect(addNumber(7, '+982')).rejects.toMatchObject({ status: 412 });
    expect(asked).toHaveLength(6);
  });
});
