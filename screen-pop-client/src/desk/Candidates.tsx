import { Name } from '../format/Isolated';
import { ask } from '../link/store';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** Several customers share this number: one click says who it is. The list stays, so that a mistake can be mended. */
export function Candidates({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  if (pop.lookUp?.type !== 'found' || pop.lookUp.candidates.length < 2) {
    return null;
  }
  return (
    <section>
      <h3>{t('card.candidates')}</h3>
      <ol className="candidates">
        {pop.lookUp.candidates.map(({ customer, quality, label, origin }, index) => (
          <li key={customer.id}>
            <button
              type="button"
              aria-pressed={customer.id === pop.chosen}
              data-testid="candidate"
              onClick={() => void ask({ type: 'choose', call: pop.call, customer: customer.id })}
            >
              <kbd>{index + 1}</kbd>
              <span className="candidate-who">
                <strong>
                  <Name>{customer.name}</Name>
                </strong>
                <small>
                  {customer.company !== null && <Name>{customer.company}</Name>}
                  {origin !== null && <span>{t('card.from', { directory: origin.directory })}</span>}
                </small>
              </span>
              <span className="candidate-how">
                {t(`quality.${quality}`)}
                {label !== '' && <Name>{label}</Name>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
