import type { Because, FromBrowser, FromServer } from './wire';
import type { Telling } from './state';

const SILENCE_MILLIS = 12_000;
const ANSWER_MILLIS = 2_500;
const FIRST_WAIT_MILLIS = 300;
const LONGEST_WAIT_MILLIS = 5_000;

/** How a request went: `because` says why not, null when the server did not say in time. */
export interface Answer {
  readonly ok: boolean;
  readonly because: Because | null;
}

type Request = Exclude<FromBrowser, { type: 'sync' }>;
type Wish = Request extends infer R ? (R extends Request ? Omit<R, 'request'> : never) : never;

interface LinkEvents {
  readonly told: (message: Telling) => void;
  /** The line is down; another attempt follows by itself. */
  readonly lost: () => void;
  /** The server does not know us any more. */
  readonly loggedOut: () => void;
}

/** Keeps one WebSocket open for as long as somebody is logged in. */
export class LiveLink {
  private socket: WebSocket | null = null;
  private wait = FIRST_WAIT_MILLIS;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private count = 0;
  private readonly waiting = new Map<string, (answer: Answer) => void>();
  private readonly url: string;
  private readonly events: LinkEvents;

  constructor(url: string, events: LinkEvents) {
    this.url = url;
    this.events = events;
    this.open();
  }

  ask(wish: Wish): Promise<Answer> {
    const socket = this.socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      return Promise.resolve({ ok: false, because: { rule: 'refuse.offline', facts: [] } });
    }
    this.count += 1;
    const request = String(this.count);
    return new Promise((resolve) => {
      const late = setTimeout(() => this.answer(request, { ok: false, because: null }), ANSWER_MILLIS);
      this.waiting.set(request, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      socket.send(JSON.stringify({ ...wish, request }));
    });
  }

  /** Asks for a new snapshot on the same line. */
  sync(): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify({ type: 'sync' } satisfies FromBrowser));
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.socket?.close();
  }

  private open(): void {
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.watch();
    socket.onmessage = (event: MessageEvent<string>) => {
      this.watch();
      this.wait = FIRST_WAIT_MILLIS;
      const message = JSON.parse(event.data) as FromServer;
      if (message.type === 'reply') {
        this.answer(message.request, message);
      } else {
        this.events.told(message);
      }
    };
    socket.onclose = (event) => {
      if (this.socket === socket) {
        this.down(event.code);
      }
    };
  }

  private down(code: number): void {
    clearTimeout(this.watchdog);
    for (const request of [...this.waiting.keys()]) {
      this.answer(request, { ok: false, because: { rule: 'refuse.offline', facts: [] } });
    }
    if (this.closed) {
      return;
    }
    this.events.lost();
    if (code === 4401) {
      this.events.loggedOut();
      return;
    }
    this.retry = setTimeout(() => this.open(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MILLIS);
  }

  /** The server speaks every five seconds: a longer silence means that nobody is there, whatever the socket says. */
  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      const silent = this.socket;
      this.socket = null;
      silent?.close();
      this.down(0);
    }, SILENCE_MILLIS);
  }

  private answer(request: string, answer: Answer): void {
    this.waiting.get(request)?.(answer);
    this.waiting.delete(request);
  }
}
