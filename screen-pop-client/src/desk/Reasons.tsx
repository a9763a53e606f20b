import type { Because } from '../link/wire';
import { sentence } from '../texts';
import { useTexts } from '../texts/use-texts';

/** Why the card stands here: closed at first, one key or click away. */
export function Reasons({ because }: { readonly because: readonly Because[] }) {
  const t = useTexts();
  return (
    <details className="reasons" data-testid="pop-why">
      <summary>{t('card.why')}</summary>
      <ul>
        {because.map((one) => (
          <li key={one.rule}>{sentence(t, one)}</li>
        ))}
      </ul>
    </details>
  );
}
