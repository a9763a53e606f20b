import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused } from './http';
import { upload, type Sent } from './upload';

/** What a browser does when it sends a file, moved by hand. */
class Request {
  static last: Request;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  statusText = '';
  responseText = '';
  path = '';
  body: unknown;

  constructor() {
    Request.last = this;
  }
  open(_: string, path: string) {
    this.path = path;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: unknown) {
    this.body = body;
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, text: string) {
    this.status = status;
    this.responseText = text;
    this.onload?.();
  }
}

describe('a file on its way', () => {
  const file = new Blob(['name\nAnna\n'], { type: 'application/vnd.ms-excel' });
  let sent: Sent[] = [];
  let calledOff = new AbortController();
  const begin = () => upload('/api/imports?name=a.csv', file, (some) => sent.push(some), calledOff.signal);

  beforeEach(() => {
    sent = [];
    calledOff = new AbortController();
    vi.stubGlobal('XMLHttpRequest', Request);
    vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=tok' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('says how far it is, and what the server answered', async () => {
    const answer = begin();
    Request.last.upload.onprogress?.({ loaded: 4, total: 10 });
    Request.last.answer(201, '{"job":{"id":7}}');
    expect(await answer).toEqual({ job: { id: 7 } });
    expect(sent).toEqual([{ bytes: 4, of: 10 }]);
    expect(Request.last.body).toBe(file);
    expect(Request.last.headers).toMatchObject({
      'X-XSRF-TOKEN': 'tok',
      'Content-Type': 'application/octet-stream',
    });
  });

  it('that is refused says why, also where a proxy answers', async () => {
    const refused = begin();
    Request.last.answer(413, '{"title":"Too long","detail":"At most 1 MB.","status":413}');
    await expect(refused).rejects.toMatchObject({ status: 413, title: 'Too long', message: 'At most 1 MB.' });
    const other = begin();
    Request.last.answer(502, '<html>');
    await expect(other).rejects.toBeInstanceOf(Refused);
  });

  it('can break off, or be called off', async () => {
    const broken = begin();
    Request.last.onerror?.();
    await expect(broken).rejects.toThrow('broke off');
    const left = begin();
    calledOff.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  });
});
