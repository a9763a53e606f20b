import { useTexts } from '../texts/use-texts';
import { Rows } from './Rows';

export function History() {
  const t = useTexts();
  return (
    <div className="history">
      <h1>{t('history.title')}</h1>
      <Rows none={t('history.none')} byDay />
    </div>
  );
}
