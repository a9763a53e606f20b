import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLink } from './live-link';
import type { FromServer } from './wire';

class Line {
  static readonly OPEN = 1;
  static readonly all: Line[] = [];
  readyState = 0;
  readonly sent: unknown[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor() {
    Line.all.push(this);
  }

  static last(): Line {
    const line = Line.all.at(-1);
    if (line === undefined) {
      throw new Error('no line was opened');
    }
    return line;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(code = 1000): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  says(message: FromServer): void {
    this.readyState = Line.OPEN;
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const beat: FromServer = { type: 'beat', seq: 1, now: 0 };

describe('the line to the server', () => {
  const told = vi.fn();
  const lost = vi.fn();
  const unheard = vi.fn();
  const loggedOut = vi.fn();
  let link: LiveLink;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', Line);
    link = new LiveLink('ws://santral/ws', { told, lost, unheard, loggedOut });
  });

  afterEach(() => {
    link.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
    Line.all.length = 0;
  });

  it('is open again within two seconds of a break', () => {
    Line.last().says(beat);
    Line.last().close(1006);
    expect(lost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(2000);
    expect(Line.all).toHaveLength(2);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('tries at most every six seconds, and goes on trying', () => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const before = Line.all.length;
      Line.last().close(1006);
      vi.advanceTimersByTime(6300);
      expect(Line.all).toHaveLength(before + 1);
    }
    expect(unheard).toHaveBeenCalledTimes(12);
  });

  it('does not wait for its turn when the network is back', () => {
    Line.last().close(1006);
    link.hurry();
    expect(Line.all).toHaveLength(2);
    vi.advanceTimersByTime(5000);
    expect(Line.all).toHaveLength(2);
  });

  it('is given up after twelve seconds of silence, although the socket seems open', () => {
    Line.last().says(beat);
    vi.advanceTimersByTime(11_900);
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(lost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(2000);
    expect(Line.all).toHaveLength(2);
  });

  it('hears nothing from a socket that was given up', () => {
    const old = Line.last();
    old.says(beat);
    vi.advanceTimersByTime(14_500);
    told.mockClear();
    old.says({ type: 'beat', seq: 99, now: 0 });
    expect(told).not.toHaveBeenCalled();
  });

  it('stays closed when the server does not know the person', () => {
    Line.last().close(4401);
    expect(loggedOut).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    expect(Line.all).toHaveLength(1);
  });

  it('carries a wish and its answer', async () => {
    Line.last().says(beat);
    const answer = link.ask({ type: 'answer', call: 'pbx1/1' });
    expect(Line.last().sent).toEqual([{ type: 'answer', call: 'pbx1/1', request: '1' }]);
    Line.last().says({ type: 'reply', request: '1', ok: true, because: null });
    await expect(answer).resolves.toMatchObject({ ok: true });
  });

  it('says after two seconds that no answer came', async () => {
    Line.last().says(beat);
    const answer = link.ask({ type: 'clear', call: 'pbx1/1' });
    vi.advanceTimersByTime(2000);
    await expect(answer).resolves.toEqual({ ok: false, because: null });
  });

  it('refuses at once while it is down, and what was asked before the break', async () => {
    Line.last().says(beat);
    const before = link.ask({ type: 'clear', call: 'pbx1/1' });
    Line.last().close(1006);
    const after = link.ask({ type: 'clear', call: 'pbx1/1' });
    const refused = { ok: false, because: { rule: 'refuse.offline', facts: [] } };
    await expect(before).resolves.toEqual(refused);
    await expect(after).resolves.toEqual(refused);
  });
});
