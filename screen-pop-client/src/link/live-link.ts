import type { Telling } from './state';
import type { Because, FromBrowser, FromServer } from './wire';

const SILENCE_MILLIS = 12_000;
const ANSWER_MILLIS = 2_000;
const FIRST_WAIT_MILLIS = 300;
const LONGEST_WAIT_MILLIS = 5_000;
const NOT_LOGGED_IN = 4401;

/** How a request went: `because` says why not, null when the server did not say in time. */
export interface Answer {
  readonly ok: boolean;
  readonly because: Because | null;
}

type Request = Exclude<FromBrowser, { type: 'sync' }>;
export type Wish = Request extends infer R ? (R extends Request ? Omit<R, 'request'> : never) : never;

interface LinkEvents {
  readonly told: (message: Telling) => void;
  /** The line is down; another attempt follows by itself. */
  readonly lost: () => void;
  /** A line closed before a word was said: perhaps the server does not know us any more. */
  readonly unheard: () => void;
  /** The server says that it does not know us. */
  readonly loggedOut: () => void;
}

export const offline: Answer = { ok: false, because: { rule: 'refuse.offline', facts: [] } };

/** Keeps one WebSocket open for as long as somebody is logged in. */
export class LiveLink {
  private socket: WebSocket | null = null;
  private heard = false;
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
      return Promise.resolve(offline);
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

  /** Does not wait for the next attempt: the network is back, or somebody looks at the page again. */
  hurry(): void {
    if (this.retry !== undefined) {
      this.wait = FIRST_WAIT_MILLIS;
      this.open();
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.socket?.close();
  }

  private open(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.heard = false;
    this.watch();
    socket.onmessage = (event: MessageEvent<string>) => {
      if (this.socket === socket) {
        this.hear(event.data);
      }
    };
    socket.onclose = (event) => {
      if (this.socket === socket) {
        this.down(event.code);
      }
    };
  }

  private hear(text: string): void {
    this.watch();
    this.heard = true;
    this.wait = FIRST_WAIT_MILLIS;
    const message = JSON.parse(text) as FromServer;
    if (message.type === 'reply') {
      this.answer(message.request, message);
    } else {
      this.events.told(message);
    }
  }

  private down(code: number): void {
    this.socket = null;
    clearTimeout(this.watchdog);
    for (const request of [...this.waiting.keys()]) {
      this.answer(request, offline);
    }
    if (this.closed) {
      return;
    }
    this.events.lost();
    if (code === NOT_LOGGED_IN) {
      this.events.loggedOut();
      return;
    }
    if (!this.heard) {
      this.events.unheard();
    }
    this.retry = setTimeout(() => this.open(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MILLIS);
  }

  /** The server speaks every five seconds: a longer silence means that nobody is there, whatever the socket says. */
  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      const silent = this.socket;
      this.down(0);
      silent?.close();
    }, SILENCE_MILLIS);
  }

  private answer(request: string, answer: Answer): void {
    this.waiting.get(request)?.(answer);
    this.waiting.delete(request);
  }
}
