import { useTexts } from '../texts/use-texts';

/** Nobody knows yet who is here: for a moment, or for as long as the server does not answer. */
export function Opening() {
  const t = useTexts();
  return (
    <main className="stopped opening">
      <p role="status">{t('line.connecting')}</p>
    </main>
  );
}
