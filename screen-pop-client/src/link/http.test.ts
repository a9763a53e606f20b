import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, query, Refused, send } from './http';

interface Sent {
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

let sent: Sent[] = [];

function answering(status: number, body: unknown): void {
  vi.stubGlobal('fetch', (_: string, how: Sent) => {
    sent.push(how);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
}

describe('a request', () => {
  beforeEach(() => {
    sent = [];
    vi.stubGlobal('document', { cookie: 'a=b; XSRF-TOKEN=t%20k' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('that changes something says which version, which request, and who asks', async () => {
    answering(200, {});
    await send('/api/customers/1', { method: 'PUT', body: { name: 'x' }, version: 7, once: 'k' });
    expect(sent[0]?.headers).toMatchObject({
      'If-Match': '"7"',
      'Idempotency-Key': 'k',
      'X-XSRF-TOKEN': 't k',
      'Content-Type': 'application/json',
    });
    expect(sent[0]?.body).toBe('{"name":"x"}');
  });

  it('that is refused tells every fault with its place', async () => {
    const errors = [{ field: 'name', reason: 'missing', detail: 'Write one.' }];
    answering(422, { title: 'Not valid', status: 422, detail: 'name: Write one.', errors });
    const refused: unknown = await call('/api/customers', { method: 'POST', body: {} }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ status: 422, message: 'name: Write one.', faults: errors });
  });

  it('leaves out what is not wished for', () => {
    expect(query({ q: 'آ b', limit: 40, after: null, kind: '' })).toBe('?q=%D8%A2+b&limit=40');
    expect(query({ q: '' })).toBe('');
  });
});
