import type { Because } from '../link/wire';
import { useMoments } from '../format/use-moments';
import { sentence } from './sentence';
import { useLabels } from './use-labels';
import { usePeople } from './use-people';
import { useTexts } from './use-texts';

/** Reasons as sentences, with the names that this site uses. */
export function useSentence(): (because: Because) => string {
  const t = useTexts();
  const label = useLabels();
  const person = usePeople();
  const { moment } = useMoments();
  return (because) => sentence(t, { person, label, moment }, because);
}
