import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { TextField } from '../forms/TextField';
import { useTexts } from '../texts/use-texts';
import type { CaseWish } from './wire';

interface Props {
  readonly sending: boolean;
  readonly onWish: (wish: CaseWish) => void;
}

export function CaseNote({ sending, onWish }: Props) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const [answered, setAnswered] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (note.trim() !== '' || answered) {
      onWish({ ...(note.trim() === '' ? {} : { note }), ...(answered ? { answered } : {}) });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      submit(event);
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className="panel case-note" onSubmit={submit} onKeyDown={onKeyDown}>
      <TextField label={t('case.note')} at="note" rows={2} maxLength={2000} value={note} onChange={setNote} />
      <div className="case-states">
        <label className="check">
          <input type="checkbox" checked={answered} onChange={(event) => setAnswered(event.target.checked)} />
          {t('case.answered')}
        </label>
        <button type="submit" className="primary" disabled={sending}>
          {t('case.saveNote')} <kbd>Ctrl ⏎</kbd>
        </button>
      </div>
    </form>
  );
}
