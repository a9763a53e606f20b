/** What to look at in the book, as `/api/quality` tells it (supervisors, managers, administrators). */
import type { CustomerSummary, FullCustomer } from '../customers/wire';
import type { Named } from '../customers/named';

/**
 * `internal`: one of our own extensions; `short`: too few digits; `unreadable`: no number of any country; `moved`: one of us
 * wrote that it reaches nobody any more; `gone`: the network said so when one of us called it.
 */
export type Doubt = 'internal' | 'short' | 'unreadable' | 'moved' | 'gone';

export interface DoubtfulNumber {
  readonly id: number;
  readonly customer: Named;
  readonly raw: string;
  readonly display: string;
  readonly label: string;
  readonly reason: Doubt;
  /** Since when it is known that it reaches nobody. */
  readonly movedAt: string | null;
}
export interface SharedNumber {
  readonly e164: string;
  readonly display: string;
  /** How many have it for themselves. */
  readonly customers: number;
  readonly some: readonly Named[];
}
/** GET /api/quality/invalid-numbers, moved-numbers, shared-numbers ?limit=&after= */
export interface Found<T> {
  readonly found: readonly T[];
  readonly next: string | null;
}

export type SharedBy = 'NAME' | 'NUMBER' | 'MAIL';
export interface DuplicateGroup {
  readonly by: SharedBy;
  /** The name's sound, the number or the address. */
  readonly shared: string;
  readonly alsoShared: readonly SharedBy[];
  readonly customers: readonly CustomerSummary[];
}
/** GET /api/quality/duplicates?by=name|number|mail&limit=&after= */
export interface DuplicatePage {
  readonly groups: readonly DuplicateGroup[];
  readonly next: string | null;
}
/** GET /api/quality/unmatched-callers?days=&limit= : who calls most first. */
export interface UnmatchedCaller {
  readonly e164: string;
  readonly display: string;
  /** As the network told it the last time, may be empty. */
  readonly name: string;
  readonly calls: number;
  readonly last: string;
}

/** What the one who stays may take over from the other. */
export type Taken = 'name' | 'sayAs' | 'company' | 'segment' | 'owner' | 'language' | 'warning' | 'doNotCall';
/** POST /api/customers/{id}/merge {loser, fields}; POST /api/merges/{merge}/undo */
export interface Merged {
  readonly merge: number;
  readonly customer: FullCustomer;
}
