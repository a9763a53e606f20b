import { useState } from 'react';
import { SmallForm } from '../forms/SmallForm';
import { TextField } from '../forms/TextField';
import type { Segment, Tag } from '../customers/wire';
import { useTexts } from '../texts/use-texts';
import { define } from './api';
import { numberOf, type FormProps } from './form-props';

export function SegmentForm({ one, onDone, onCancel }: FormProps<Segment>) {
  const t = useTexts();
  const [name, setName] = useState(one?.name ?? '');
  const [standing, setStanding] = useState(String(one?.standing ?? 0));
  return (
    <SmallForm
      label={t('definitions.segments')}
      go={t('forms.save')}
      fields={['name', 'standing']}
      onCancel={onCancel}
      onSend={async () => {
        await define('segments', one?.id ?? null, { name, standing: numberOf(standing) });
        onDone();
      }}
    >
      <TextField label={t('definitions.name')} at="name" maxLength={64} value={name} onChange={setName} />
      <TextField
        label={t('definitions.standing')}
        hint={t('definitions.standingHint')}
        at="standing"
        ltr
        value={standing}
        onChange={setStanding}
      />
    </SmallForm>
  );
}

export function TagForm({ one, onDone, onCancel }: FormProps<Tag>) {
  const t = useTexts();
  const [name, setName] = useState(one?.name ?? '');
  return (
    <SmallForm
      label={t('definitions.tags')}
      go={t('forms.save')}
      fields={['name']}
      onCancel={onCancel}
      onSend={async () => {
        await define('tags', one?.id ?? null, { name });
        onDone();
      }}
    >
      <TextField label={t('definitions.name')} at="name" maxLength={64} value={name} onChange={setName} />
    </SmallForm>
  );
}
