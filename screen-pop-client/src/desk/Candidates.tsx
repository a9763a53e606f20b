import { Name } from '../format/Isolated';
import { ask } from '../link/store';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** Several customers share this number: one click says who it is. The list stays, so that a mistake can be mended. */
export function Candidates({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  if (pop.lookUp?.type !== 'found') {
    return null;
  }
  return (
    <ol className="candidates">
      {pop.lookUp.candidates.map((candidate, index) => (
        <li key={candidate.customer.id}>
          <button
            type="button"
            aria-pressed={candidate.customer.id === pop.chosen}
            data-testid="candidate"
            onClick={() => void ask({ type: 'choose', call: pop.call, customer: candidate.customer.id })}
          >
            <kbd>{index + 1}</kbd>
            <span>
              <strong>
                <Name>{candidate.customer.name}</Name>
              </strong>
              {candidate.customer.company !== null && (
                <small>
                  <Name>{candidate.customer.company}</Name>
                </small>
              )}
            </span>
            <span className="candidate-how">{t(`quality.${candidate.quality}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
