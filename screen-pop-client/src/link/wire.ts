/**
 * What crosses the WebSocket `/ws` and the REST interface, exactly. The server writes these shapes
 * (cti-server/server, package desktop); this file is their description. Times are milliseconds since 1970 (UTC);
 * an absent fact is null, never missing.
 */

export type Role = 'agent' | 'supervisor' | 'manager' | 'administrator';
export type PopState = 'RINGING' | 'TALKING' | 'HELD' | 'ENDED';
export type Direction = 'INCOMING' | 'OUTGOING' | 'INTERNAL';
export type CallerClass = 'NUMBER' | 'WITHHELD' | 'UNAVAILABLE' | 'INTERNAL';
export type MatchQuality = 'EXACT' | 'EXTENSION_OF_COMPANY' | 'NATIONAL' | 'LEARNED' | 'SUFFIX';
export type AgentState = 'LOGGED_OFF' | 'NOT_READY' | 'READY' | 'BUSY' | 'AFTER_CALL_WORK';
export type Withdrawal =
  'ANSWERED_ELSEWHERE' | 'CALLER_GAVE_UP' | 'NO_ANSWER' | 'REJECTED' | 'BUSY' | 'DIVERTED' | 'LOST_TRACK';
export type Outcome =
  'LIVE' | 'ANSWERED' | 'ABANDONED' | 'NOT_ANSWERED' | 'BUSY' | 'FAILED' | 'TIMED_OUT' | 'UNKNOWN';
export type Recorded = 'RUNNING' | 'PAUSED';
export type Certainty = 'LIVE' | 'REPAIRED' | 'PARTLY_UNKNOWN';

export interface Fact {
  readonly name: string;
  readonly value: string;
}
/** Which rule decided, on which facts; `rule` has a sentence in every message file. */
export interface Because {
  readonly rule: string;
  readonly facts: readonly Fact[];
}

export interface Me {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The phone this person sits at; null when they take no calls. */
  readonly extension: string | null;
  /** True where the demo's carrier can be asked to place a call. */
  readonly demo: boolean;
}

export interface Contact {
  readonly at: number;
  readonly direction: Direction;
  readonly outcome: Outcome;
  readonly agent: string | null;
}
/** What was promised to them, and what they wish, before a word is said. */
export interface Matters {
  /** How to say the name. */
  readonly sayAs: string | null;
  readonly doNotCall: boolean;
  /** The last word about each thing that was ever asked. */
  readonly consents: readonly Consented[];
  readonly tags: readonly string[];
  /** What was due first stands first, at most three. */
  readonly openCases: readonly OpenCase[];
  /** How many open ones there are beside these. */
  readonly moreCases: number;
  /** Not kept yet, what is due first stands first, at most three. */
  readonly callBacks: readonly PromisedCall[];
}
export interface Consented {
  readonly about: 'CALL' | 'SMS' | 'MAIL' | 'RECORDING' | 'MARKETING';
  readonly given: boolean;
}
export interface OpenCase {
  readonly id: number;
  readonly title: string;
  readonly category: string;
  readonly priority: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
  /** Null when nothing was promised. */
  readonly due: number | null;
}
export interface PromisedCall {
  readonly id: number;
  readonly due: number;
  /** Login; null is whoever is free. */
  readonly agent: string | null;
  readonly remark: string;
}
export interface Customer {
  readonly id: number;
  readonly name: string;
  readonly company: string | null;
  readonly segment: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Login of the agent who looks after them. */
  readonly owner: string | null;
  readonly warning: string | null;
  readonly lastContacts: readonly Contact[];
  /** Null where the directory does not say. */
  readonly matters: Matters | null;
}
/** Where a candidate stands who is no customer of ours; `customer.id` is then only a handle to choose by. */
export interface Origin {
  readonly directory: string;
  readonly key: string;
}
export interface Candidate {
  readonly customer: Customer;
  readonly quality: MatchQuality;
  readonly label: string;
  /** Null for a customer of ours. */
  readonly origin: Origin | null;
}
export type LookUp =
  | {
      readonly type: 'found';
      readonly e164: string;
      readonly display: string;
      readonly candidates: readonly Candidate[];
    }
  | { readonly type: 'notFound'; readonly e164: string; readonly display: string }
  | { readonly type: 'unanswered'; readonly display: string; readonly reason: string };

/** What an agent wrote about a call while it lived; `by` is a login. Each agent has one. */
export interface Note {
  readonly at: number;
  readonly by: string;
  readonly text: string;
}

export interface Pop {
  /** `pbx/id` */
  readonly call: string;
  readonly state: PopState;
  readonly direction: Direction;
  readonly caller: { readonly kind: CallerClass; readonly number: string; readonly name: string };
  /** Null until the directory has answered. */
  readonly lookUp: LookUp | null;
  readonly chosen: number | null;
  readonly reach: {
    readonly queue: string | null;
    readonly queueLabel: string | null;
    readonly did: string | null;
    readonly didLabel: string | null;
    readonly transferredBy: string | null;
  };
  /** Oldest first. */
  readonly notes: readonly Note[];
  readonly waitingSince: number;
  readonly ringingSince: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** Whether what is said now is kept; null when nothing is recorded. */
  readonly recording: Recorded | null;
  readonly because: readonly Because[];
}

export interface AgentOnFloor {
  readonly login: string;
  readonly name: string;
  readonly extension: string | null;
  readonly state: AgentState;
  readonly reason: string | null;
  readonly since: number;
}
export interface QueueOnFloor {
  readonly name: string;
  readonly label: string;
  readonly waiting: number;
}
export interface LinkState {
  readonly pbx: string;
  readonly up: boolean;
  readonly reason: string;
  readonly since: number;
}

/** One call of the history; a live call is a row too, and is replaced until it has ended. */
export interface CallRow {
  readonly call: string;
  readonly revision: number;
  readonly direction: Direction;
  readonly caller: { readonly kind: CallerClass; readonly number: string; readonly name: string };
  /** As its country writes it. */
  readonly display: string;
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly company: string | null;
    readonly segment: string | null;
  } | null;
  readonly did: string | null;
  readonly didLabel: string | null;
  readonly queue: string | null;
  readonly queueLabel: string | null;
  readonly agent: { readonly login: string; readonly name: string } | null;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly waitMillis: number;
  readonly talkMillis: number;
  readonly outcome: Outcome;
  readonly hungUpBy: 'caller' | 'agent' | 'pbx' | null;
  readonly certainty: Certainty;
  /** The call this one became a part of, as a consultation does: no list and no card shows it from then on. */
  readonly partOf: string | null;
}
export interface Leg {
  readonly connection: string;
  readonly device: string;
  readonly number: string;
  readonly agent: string | null;
  readonly queue: string | null;
  readonly startedAt: number;
  readonly ringingAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly talkMillis: number;
  readonly heldMillis: number;
  readonly cause: string | null;
  readonly q850: number;
}
/** Somebody handed the call on; `by` and `to` are logins, null where nobody sat or nobody took it. */
export interface Transfer {
  readonly at: number;
  readonly kind: 'BLIND' | 'ATTENDED' | 'THREE_WAY';
  readonly by: string | null;
  /** The extension, or the device, that did. */
  readonly from: string;
  readonly to: string | null;
  /** What was dialled, empty when not known. */
  readonly number: string;
}
export type RecordingState = 'EXPECTED' | 'THERE' | 'MISSING' | 'TRUNCATED' | 'ORPHANED';
/** One piece of a call on file; GET /api/recordings/{id}/audio plays it, with ranges, and who listened is written down. */
export interface Recording {
  readonly id: number;
  /** Null while nobody knows of which call it is. */
  readonly call: string | null;
  /** The leg it is of. */
  readonly connection: string | null;
  readonly file: string | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly talkMillis: number;
  readonly pauses: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly by: string | null;
  }[];
  readonly state: RecordingState;
  /** What is wrong with it, as one word. */
  readonly trouble: string | null;
  readonly bytes: number | null;
  readonly lengthMillis: number | null;
  /** There is something to hear, and this person may hear it. */
  readonly playable: boolean;
  /** Who listened, newest first. */
  readonly heard: readonly { readonly by: string; readonly at: number }[];
}
/** GET /api/recordings/trouble, POST /api/recordings/sweep (manager, administrator). */
export interface RecordingTrouble {
  /** False where the server was told no folder: recordings are only named. */
  readonly looks: boolean;
  readonly sweptAt: number | null;
  readonly counts: Readonly<Partial<Record<RecordingState, number>>>;
  /** Newest first, at most 500. */
  readonly rows: readonly Recording[];
}
/** GET /api/calls/{pbx}/{id} : a call that became part of another is told as that other one. */
export interface CallDetail extends CallRow {
  readonly legs: readonly Leg[];
  readonly transfers: readonly Transfer[];
  readonly notes: readonly Note[];
  readonly because: readonly Because[];
  /** In the order in which they began. */
  readonly recordings: readonly Recording[];
}
/** GET /api/calls?limit=50&before=CURSOR : newest first. `next` is null on the last page. */
export interface CallPage {
  readonly rows: readonly CallRow[];
  readonly next: string | null;
}

/** GET /api/calls/{pbx}/{id}/why : every step of the call, oldest first. */
export interface Why {
  readonly call: string;
  readonly steps: readonly WhyStep[];
}
export interface WhyStep {
  readonly at: number;
  /** Milliseconds after the call's first step, with three decimals. */
  readonly afterMillis: number;
  readonly kind: 'line' | 'event' | 'transition' | 'decision' | 'delivered' | 'anomaly';
  /** For a line the exchange's own event, for an event its name, for a decision its rule, for a delivery the agent's login. */
  readonly what: string;
  readonly facts: readonly Fact[];
}

/** The floor of a moment that is over: what it was, as the live floor has it, and whose desks showed which card. */
export interface PastFloor {
  readonly link: readonly LinkState[];
  readonly agents: readonly AgentOnFloor[];
  readonly queues: readonly QueueOnFloor[];
  /** Calls that lived then. */
  readonly calls: readonly CallRow[];
  readonly cards: readonly { readonly agent: string; readonly pop: Pop }[];
}
/**
 * GET /api/past?date=2026-11-25&at=10:42:07 (who sees the floor), on the site's clock: the floor as it was, or why it cannot be
 * had. 400 where that is no time; 429 while another look into the past is under way.
 */
export type Past =
  | {
      readonly type: 'seen';
      readonly at: number;
      /** When the last input before it arrived, and the first after it. */
      readonly last: number;
      readonly next: number | null;
      /** The server was not there at this moment: it started again at `next`. */
      readonly stopped: boolean;
      /** The clock showed this time twice on that day; this is the first. */
      readonly twice: boolean;
      readonly floor: PastFloor;
    }
  | { readonly type: 'notKept'; readonly oldest: number }
  | { readonly type: 'ahead'; readonly now: number }
  | { readonly type: 'damaged'; readonly until: number | null; readonly again: number | null }
  | { readonly type: 'tooFar' }
  | { readonly type: 'noJournal' };

/** Server to browser. Numbered messages follow the snapshot without a gap; a gap means: stale, ask for a new snapshot. */
export type FromServer =
  | {
      readonly type: 'snapshot';
      readonly seq: number;
      /** The server's clock when it was taken: timers are right after a reload and on a PC whose clock is wrong. */
      readonly now: number;
      readonly me: Me;
      /** The site's time zone (IANA): every time is shown and every day ends there, wherever the screen stands. */
      readonly zone: string;
      /** What queues and dialled numbers are called, by name and language; '' is for all other languages. */
      readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
      /** The names of all who take calls here, by login. */
      readonly people: Readonly<Record<string, string>>;
      readonly link: readonly LinkState[];
      readonly pops: readonly Pop[];
      /** The floor; an agent is given themselves and their own queues only. */
      readonly agents: readonly AgentOnFloor[];
      readonly queues: readonly QueueOnFloor[];
      /** Live calls this person may see. */
      readonly calls: readonly CallRow[];
    }
  | { readonly type: 'pop'; readonly seq: number; readonly pop: Pop }
  | {
      readonly type: 'popWithdrawn';
      readonly seq: number;
      readonly call: string;
      readonly why: Withdrawal;
      readonly answeredBy: string | null;
    }
  | { readonly type: 'agent'; readonly seq: number; readonly agent: AgentOnFloor }
  | { readonly type: 'queue'; readonly seq: number; readonly queue: QueueOnFloor }
  | { readonly type: 'link'; readonly seq: number; readonly link: LinkState }
  | { readonly type: 'call'; readonly seq: number; readonly call: CallRow }
  /** Every 5 s; carries the current number, so that a lost last message is noticed, and the clock. */
  | { readonly type: 'beat'; readonly seq: number; readonly now: number }
  /** Answers a request; not numbered. `because` says why not. */
  | {
      readonly type: 'reply';
      readonly request: string;
      readonly ok: boolean;
      readonly because: Because | null;
    }
  /** The outbox overflowed or state was lost: the socket closes (code 4000) and the client connects anew. */
  | { readonly type: 'resync'; readonly reason: string };

/** Browser to server. `request` is any text unique in this page; the reply carries it back within 2 s. */
export type FromBrowser =
  | { readonly type: 'answer'; readonly request: string; readonly call: string }
  | { readonly type: 'clear'; readonly request: string; readonly call: string }
  /** Nothing of what is said is kept until it is resumed: while a caller reads out a card number, say. */
  | { readonly type: 'pauseRecording' | 'resumeRecording'; readonly request: string; readonly call: string }
  | { readonly type: 'choose'; readonly request: string; readonly call: string; readonly customer: number }
  /** The caller's number is this customer's, who was no candidate: it is remembered, and the caller looked up once more. */
  | { readonly type: 'attach'; readonly request: string; readonly call: string; readonly customer: number }
  /** Takes the place of what this agent wrote of the call before; empty takes it away. */
  | { readonly type: 'note'; readonly request: string; readonly call: string; readonly text: string }
  /** Hand the caller on, or ask a colleague first; `complete` and `cancel` end the asking and need no number. */
  | {
      readonly type: 'transfer';
      readonly request: string;
      readonly call: string;
      readonly step: 'blind' | 'consult' | 'complete' | 'cancel';
      readonly number: string;
    }
  | {
      readonly type: 'ready';
      readonly request: string;
      readonly ready: boolean;
      readonly reason: string | null;
    }
  | { readonly type: 'sync' };

/**
 * REST: POST /api/session {login,password} -> Me (401 problem when wrong, 429 after too many) · GET /api/session -> Me or 401 ·
 * DELETE /api/session · every unsafe method carries the header X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN (GET /api/session
 * sets it, also when it answers 401) · errors are problem details (RFC 9457).
 */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Fault[];
}
/** One value that is wrong: where (`numbers[1].raw`), why in one word that the message files translate, and in English. */
export interface Fault {
  readonly field: string;
  readonly reason: string;
  readonly detail: string;
}

/** POST /api/demo/calls (administrator, demo only). Seconds; null: as the phones do by themselves / until hung up. */
export interface DemoCall {
  readonly from: string;
  readonly name: string | null;
  readonly to: string;
  readonly anonymous: boolean;
  readonly answerAfter: number | null;
  readonly talk: number | null;
}

/** Something that is wrong, or was. POST /api/switchroom/noted?kind=&about= puts away what has only `happened`. */
export interface Condition {
  /** Such as `journal-full`; each has sentences in every message file. */
  readonly kind: string;
  /** Which of several, an exchange for example. */
  readonly about: string;
  readonly weight: 'LOSS' | 'DELAY' | 'NOTICE';
  readonly since: number;
  /** Null while it stands. */
  readonly until: number | null;
  /** It took a moment and stands until somebody has noted it. */
  readonly happened: boolean;
  /** What the sentences name; one called `at` is a time in ISO form. */
  readonly facts: readonly Fact[];
  /** In English, for a client that has no sentences of its own for it. */
  readonly what: string;
  readonly means: string;
  readonly mend: string;
}

/** GET /api/switchroom (administrator). */
export interface Switchroom {
  readonly link: readonly LinkState[];
  /** What is wrong now, the worst first. */
  readonly conditions: readonly Condition[];
  /** What was, the newest first, at most 50. */
  readonly past: readonly Condition[];
  readonly counters: readonly { readonly name: string; readonly help: string; readonly value: number }[];
  /** Newest first, at most 100: what the model or the reader could not make sense of. */
  readonly anomalies: readonly {
    readonly at: number;
    readonly kind: string;
    readonly call: string | null;
    readonly detail: string;
  }[];
  readonly liveCalls: number;
  readonly eventAgeMillis: number | null;
}

/** GET /api/ledger (administrator, manager): the exchange's own account of calls beside the history. */
export interface LedgerOverview {
  readonly state: {
    /** Null: all is well. */
    readonly trouble: LedgerTrouble | null;
    readonly detail: string;
    readonly readAt: number | null;
    readonly newestAt: number | null;
    /** Bytes. */
    readonly unread: number;
    readonly waiting: number;
    readonly checkedAt: number | null;
    readonly coversFrom: number | null;
    readonly unreadable: number;
  };
  /** Newest first. */
  readonly days: readonly LedgerDay[];
}

export type LedgerTrouble =
  | 'off'
  | 'folder-missing'
  | 'folder-unreadable'
  | 'ledger-database-away'
  | 'ledger-database-silent'
  | 'ledger-silent'
  | 'nothing-yet'
  | 'database-away'
  | 'failure';

export interface LedgerDay {
  /** As the site's calendar has it: `2026-11-24`. */
  readonly day: string;
  readonly live: number;
  readonly repaired: number;
  readonly unknown: number;
  readonly differences: number;
}

/** GET /api/ledger/differences */
export interface LedgerPage {
  readonly calls: readonly LedgerFinding[];
  readonly next: number | null;
}

export interface LedgerFinding {
  readonly call: string;
  readonly startedAt: number;
  readonly differences: readonly {
    readonly field: string;
    readonly history: string | null;
    readonly ledger: string | null;
    readonly mend: 'ADDED' | 'REPAIRED' | 'LEFT';
    readonly foundAt: number;
  }[];
  /** The exchange's own lines, oldest first. */
  readonly evidence: readonly string[];
}
