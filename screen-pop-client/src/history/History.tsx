import { useStore } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { RecordingsToMend } from './RecordingsToMend';
import { Rows } from './Rows';

export function History() {
  const t = useTexts();
  const mends = useStore(({ me }) =>
    me?.roles.some((role) => role === 'manager' || role === 'administrator'),
  );
  return (
    <div className="history">
      <h1>{t('history.title')}</h1>
      {mends && <RecordingsToMend />}
      <Rows none={t('history.none')} byDay />
    </div>
  );
}
