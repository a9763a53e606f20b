import { describe, expect, it } from 'vitest';
import type { Case } from '../cases/wire';
import { caseRows } from './case-rows';

const open = (id: number) =>
  ({ id, title: `Open ${id}`, category: 'Repair', priority: 'NORMAL', due: 5 }) as const;
const filed = (id: number, state: Case['state'], dueAt: string | null): Case => ({
  id,
  version: 2,
  customer: { id: 7, name: 'Anna' },
  category: { id: 1, name: 'Billing' },
  kind: 'REQUEST',
  title: `Filed ${id}`,
  text: '',
  priority: 'HIGH',
  state,
  team: null,
  person: null,
  openedAt: '2026-11-24T10:00:00Z',
  openedBy: 'sara',
  dueAt,
  answerDueAt: null,
  firstAnswerAt: null,
  solvedAt: null,
  closedAt: null,
  escalatedAt: null,
  overdue: false,
  firstAnswerSeconds: null,
  solutionSeconds: null,
  next: [],
});

describe('the cases of a card', () => {
  it('are those the call belongs to, then the other open ones, each once', () => {
    const rows = caseRows(
      [open(1), open(2)],
      [filed(2, 'IN_WORK', '1970-01-01T00:00:01Z'), filed(9, 'CLOSED', null)],
    );
    expect(rows.map(({ id, mine, open: still }) => [id, mine, still])).toEqual([
      [2, true, true],
      [9, true, false],
      [1, false, true],
    ]);
    expect(rows[0]).toMatchObject({ title: 'Filed 2', category: 'Billing', due: 1000 });
    expect(rows[1]?.due).toBeNull();
  });

  it('are the open ones where the call belongs to none', () => {
    expect(caseRows([open(1)], [])).toEqual([{ ...open(1), mine: false, open: true }]);
  });
});
