import { useTexts } from '../texts/use-texts';
import type { CaseState } from './wire';

const badges: Readonly<Record<CaseState, string>> = {
  NEW: 'badge-late',
  IN_WORK: 'badge-work',
  WAITING: 'badge-wait',
  SOLVED: 'badge-good',
  CLOSED: '',
};

export function StateMark({ state }: { readonly state: CaseState }) {
  const t = useTexts();
  return <span className={`badge ${badges[state]}`}>{t(`caseState.${state}`)}</span>;
}
