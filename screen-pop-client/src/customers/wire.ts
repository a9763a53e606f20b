/**
 * Customers as `/api/customers` tells and takes them (cti-server/server, package customers). Times are ISO 8601 in UTC;
 * an absent fact is null, never missing. `ETag` is the version.
 */

import type { CallBack, Case } from '../cases/wire';
import type { CallDetail } from '../link/wire';
import type { By, Named } from './named';

export type CustomerKind = 'PERSON' | 'COMPANY';
export type ConsentAbout = 'CALL' | 'SMS' | 'MAIL' | 'RECORDING' | 'MARKETING';
export type FieldKind = 'TEXT' | 'NUMBER' | 'DATE' | 'YES_NO' | 'CHOICE';
export type FieldValue = string | number | boolean;

/** `e164` is null where it is no number of any country; `display` is as its country writes it. */
export interface ListedNumber {
  readonly raw: string;
  readonly e164: string | null;
  readonly display: string;
  readonly extension: string | null;
  readonly label: string;
}
export interface CustomerSummary {
  readonly id: number;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly company: Named | null;
  readonly segment: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly owner: By | null;
  readonly warning: string | null;
  readonly doNotCall: boolean;
  readonly numbers: readonly ListedNumber[];
  readonly mails: readonly string[];
  readonly tags: readonly string[];
}
/** GET /api/customers?q=&limit=&after=&… : best first. `next` is null on the last page. */
export interface CustomerList {
  readonly customers: readonly CustomerSummary[];
  readonly next: string | null;
}

export interface CustomerNumber extends ListedNumber {
  readonly id: number;
  /** Known to reach nobody any more. */
  readonly moved: boolean;
  readonly movedAt: string | null;
  /** Others who have the same number, the first twenty. */
  readonly sharedWith: readonly Named[];
}
export interface Address {
  readonly label: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
}
export interface Consent {
  readonly about: ConsentAbout;
  readonly given: boolean;
  readonly at: string;
  /** Login; null where no person did it. */
  readonly by: string | null;
  readonly remark: string;
}
/** GET /api/customers/{id} */
export interface FullCustomer extends Omit<CustomerSummary, 'numbers'> {
  readonly version: number;
  readonly sayAs: string | null;
  readonly numbers: readonly CustomerNumber[];
  readonly addresses: readonly Address[];
  /** Oldest first: the last word about a thing counts. */
  readonly consents: readonly Consent[];
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly source: string | null;
  readonly sourceKey: string | null;
  readonly createdAt: string;
  readonly changedAt: string | null;
  /** The customer that this one turned out to be. */
  readonly mergedInto: number | null;
}

/** POST /api/customers, PUT /api/customers/{id}: all of it; what is left out is taken away. */
export interface CustomerBody {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly sayAs: string | null;
  readonly company: { readonly id: number } | null;
  readonly segment: string | null;
  readonly owner: { readonly login: string } | null;
  readonly language: string | null;
  readonly warning: string | null;
  readonly doNotCall: boolean;
  readonly numbers: readonly {
    readonly id: number | null;
    readonly raw: string;
    readonly extension: string | null;
    readonly label: string;
    readonly moved: boolean;
  }[];
  readonly mails: readonly string[];
  readonly addresses: readonly Address[];
  readonly tags: readonly string[];
  readonly consents: readonly {
    readonly about: ConsentAbout;
    readonly given: boolean;
    readonly at: string | null;
    readonly by: string | null;
    readonly remark: string;
  }[];
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly source: string | null;
  readonly sourceKey: string | null;
}

export interface Segment {
  readonly id: number;
  readonly name: string;
  /** Who stands first where several are candidates: 0 is nobody special. */
  readonly standing: number;
}
export interface Tag {
  readonly id: number;
  readonly name: string;
}
export interface OwnField {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly position: number;
}

/** GET /api/customers/{id}/access (managers, administrators): newest first. */
export interface Access {
  readonly id: number;
  readonly what:
    'VIEWED' | 'CREATED' | 'EDITED' | 'DELETED' | 'MERGED' | 'UNMERGED' | 'IMPORTED' | 'EXPORTED';
  readonly by: By;
  readonly at: string;
  /** Which fields, never a value. */
  readonly detail: string;
}

/** GET /api/customers/{id}/timeline?limit=&before= : newest first. */
export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  readonly next: string | null;
}
export type TimelineKind = 'call' | 'note' | 'case' | 'callBack';
/** `id` is of its kind alone; a kind that this client does not know yet has at least these. */
export type TimelineEntry = { readonly at: string; readonly id: string } & (
  | { readonly kind: 'call'; readonly call: CallDetail }
  | { readonly kind: 'note'; readonly by: By | null; readonly text: string }
  | { readonly kind: 'case'; readonly opened: Case }
  | { readonly kind: 'callBack'; readonly promise: CallBack }
);
