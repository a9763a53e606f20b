import type { Because } from '../link/wire';
import { useSentence } from '../texts/use-sentence';
import { useTexts } from '../texts/use-texts';

/** Why the card stands here: closed at first, one key or click away. */
export function Reasons({ because }: { readonly because: readonly Because[] }) {
  const t = useTexts();
  const sentence = useSentence();
  return (
    <details className="reasons" data-testid="pop-why">
      <summary>
        {t('card.why')} <kbd>W</kbd>
      </summary>
      <ul>
        {because.map((one) => (
          <li key={`${one.rule}${JSON.stringify(one.facts)}`}>{sentence(one)}</li>
        ))}
      </ul>
    </details>
  );
}
