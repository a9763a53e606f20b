import { useState } from 'react';
import { SmallForm } from '../../forms/SmallForm';
import { TextField } from '../../forms/TextField';
import { newRequestKey } from '../../link/request-key';
import { useTexts } from '../../texts/use-texts';
import { addNote } from '../api';
import type { DoingProps } from './doing-props';

export function AddNote({ customer, onDone, onCancel }: DoingProps) {
  const t = useTexts();
  const [text, setText] = useState('');
  // A new text is another request; the same text sent again is the same note.
  const [once, setOnce] = useState(newRequestKey);
  return (
    <SmallForm
      label={t('doing.note')}
      go={t('note.save')}
      fields={['text']}
      onCancel={onCancel}
      onSend={async () => {
        await addNote(customer.id, text, once);
        onDone();
      }}
    >
      <TextField
        label={t('note.text')}
        at="text"
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(value) => {
          setText(value);
          setOnce(newRequestKey());
        }}
      />
    </SmallForm>
  );
}
