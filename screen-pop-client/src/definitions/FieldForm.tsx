import { useState } from 'react';
import { ChoiceField } from '../forms/ChoiceField';
import { SmallForm } from '../forms/SmallForm';
import { TextField } from '../forms/TextField';
import type { FieldKind, OwnField } from '../customers/wire';
import { useTexts } from '../texts/use-texts';
import { define } from './api';
import { numberOf, type FormProps } from './form-props';

const kinds: readonly FieldKind[] = ['TEXT', 'NUMBER', 'DATE', 'YES_NO', 'CHOICE'];

/** Name and kind stay once values stand under them. */
export function FieldForm({ one, onDone, onCancel }: FormProps<OwnField>) {
  const t = useTexts();
  const [form, setForm] = useState({
    name: one?.name ?? '',
    label: one?.label ?? '',
    kind: one?.kind ?? 'TEXT',
    choices: one?.choices.join('\n') ?? '',
    position: String(one?.position ?? 0),
  });
  const change = (some: Partial<typeof form>) => setForm({ ...form, ...some });
  return (
    <SmallForm
      label={t('definitions.fields')}
      go={t('forms.save')}
      fields={['name', 'label', 'kind', 'choices', 'position']}
      onCancel={onCancel}
      onSend={async () => {
        const lines = form.choices.split('\n').filter((line) => line.trim() !== '');
        await define('customer-fields', one?.id ?? null, {
          ...form,
          choices: form.kind === 'CHOICE' ? lines : [],
          position: numberOf(form.position),
        });
        onDone();
      }}
    >
      <div className="fields">
        <TextField
          label={t('definitions.label')}
          at="label"
          maxLength={128}
          value={form.label}
          onChange={(label) => change({ label })}
        />
        {one === null && (
          <>
            <TextField
              label={t('definitions.word')}
              hint={t('definitions.wordHint')}
              at="name"
              ltr
              maxLength={64}
              value={form.name}
              onChange={(name) => change({ name })}
            />
            <ChoiceField
              label={t('definitions.kind')}
              at="kind"
              value={form.kind}
              choices={kinds.map((kind) => [kind, t(`fieldKind.${kind}`)])}
              onChange={(kind) => change({ kind: kind as FieldKind })}
            />
          </>
        )}
        <TextField
          label={t('definitions.position')}
          at="position"
          ltr
          value={form.position}
          onChange={(position) => change({ position })}
        />
        {form.kind === 'CHOICE' && (
          <TextField
            label={t('definitions.choices')}
            at="choices"
            rows={4}
            wide
            value={form.choices}
            onChange={(choices) => change({ choices })}
          />
        )}
      </div>
    </SmallForm>
  );
}
