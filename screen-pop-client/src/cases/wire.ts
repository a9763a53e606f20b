/** Cases and call-backs as `/api/cases` and `/api/call-backs` tell and take them (cti-server/server, package cases). */
import type { By, Named } from '../customers/named';

export type CaseKind = 'REQUEST' | 'COMPLAINT';
export type CasePriority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type CaseState = 'NEW' | 'IN_WORK' | 'WAITING' | 'SOLVED' | 'CLOSED';
export type CaseView = 'mine' | 'team' | 'overdue' | 'open' | 'all';

/** Times are ISO 8601; null where nothing was promised or it has not happened. */
export interface Case {
  readonly id: number;
  readonly version: number;
  readonly customer: Named;
  readonly category: Named;
  readonly kind: CaseKind;
  readonly title: string;
  readonly text: string;
  readonly priority: CasePriority;
  readonly state: CaseState;
  readonly team: Named | null;
  readonly person: By | null;
  readonly openedAt: string;
  readonly openedBy: string | null;
  readonly dueAt: string | null;
  readonly answerDueAt: string | null;
  readonly firstAnswerAt: string | null;
  readonly solvedAt: string | null;
  readonly closedAt: string | null;
  readonly escalatedAt: string | null;
  readonly overdue: boolean;
  readonly firstAnswerSeconds: number | null;
  readonly solutionSeconds: number | null;
  /** The states that may follow. */
  readonly next: readonly CaseState[];
}
export type StepKind =
  | 'OPENED'
  | 'ANSWERED'
  | 'NOTED'
  | 'STATE'
  | 'PRIORITY'
  | 'TEAM'
  | 'PERSON'
  | 'DUE'
  | 'CATEGORY'
  | 'CALL'
  | 'ESCALATED';
export interface CaseStep {
  readonly at: string;
  /** Login; null where a rule did it. */
  readonly by: string | null;
  readonly what: StepKind;
  readonly was: string | null;
  readonly became: string | null;
  readonly text: string;
}
/** GET /api/cases/{id}: steps oldest first. */
export interface WholeCase {
  readonly whole: Case;
  readonly steps: readonly CaseStep[];
  readonly calls: readonly CallKey[];
}
export interface CallKey {
  readonly pbx: string;
  readonly id: string;
}
/** GET /api/cases?view=&customer=&limit=&after= : what is due first stands first. */
export interface CaseList {
  readonly cases: readonly Case[];
  readonly next: string | null;
}
export interface CaseOpening {
  readonly customer: number;
  readonly category: number;
  readonly title: string;
  readonly text: string;
  readonly priority: CasePriority;
  /** In which it came up. */
  readonly call?: CallKey;
}
/** PATCH /api/cases/{id}: what is left out stays; null is nobody, or no promise. */
export interface CaseWish {
  readonly category?: number;
  readonly title?: string;
  readonly priority?: CasePriority;
  readonly state?: CaseState;
  readonly team?: number | null;
  /** Login. */
  readonly person?: string | null;
  readonly dueAt?: string | null;
  readonly note?: string;
  /** The customer was given an answer with this. */
  readonly answered?: boolean;
}
export interface Category {
  readonly id: number;
  readonly name: string;
  readonly kind: CaseKind;
  readonly team: Named | null;
  readonly escalationTeam: Named | null;
  readonly firstAnswerMinutes: number | null;
  readonly solutionMinutes: number | null;
  readonly active: boolean;
}
export interface Team {
  readonly id: number;
  readonly name: string;
  /** Logins. */
  readonly people: readonly string[];
}
export interface CallBackWish {
  readonly customer: number;
  readonly number: string;
  readonly dueAt: string;
  /** Login; null is whoever is free. */
  readonly person: string | null;
  readonly remark: string;
}
export interface CallBack {
  readonly id: number;
  readonly version: number;
  /** Null when it is a number alone. */
  readonly customer: Named | null;
  readonly number: string;
  readonly display: string;
  readonly dueAt: string;
  readonly person: By | null;
  readonly state: 'OPEN' | 'DONE' | 'CANCELLED';
  readonly remark: string;
  readonly madeAt: string;
  readonly madeBy: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly overdue: boolean;
}
/** GET /api/call-backs?view=mine|open|all : what is due first stands first. */
export interface CallBackList {
  readonly callBacks: readonly CallBack[];
  readonly next: string | null;
}
