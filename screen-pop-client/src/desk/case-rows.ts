import type { Case } from '../cases/wire';
import type { OpenCase } from '../link/wire';

export interface CaseRow extends OpenCase {
  /** The call belongs to it. */
  readonly mine: boolean;
  /** It is open, as far as is known. */
  readonly open: boolean;
}

const over: readonly Case['state'][] = ['SOLVED', 'CLOSED'];

/** The cases the call belongs to, then the others that are open: each once, as it was told last. */
export function caseRows(open: readonly OpenCase[], ofCall: readonly Case[]): readonly CaseRow[] {
  const mine = ofCall.map((one): CaseRow => ({
    id: one.id,
    title: one.title,
    category: one.category.name,
    priority: one.priority,
    due: one.dueAt === null ? null : Date.parse(one.dueAt),
    mine: true,
    open: !over.includes(one.state),
  }));
  const others = open.filter((one) => !mine.some((row) => row.id === one.id));
  return [...mine, ...others.map((one) => ({ ...one, mine: false, open: true }))];
}
