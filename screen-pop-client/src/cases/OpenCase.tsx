import { useState } from 'react';
import { ChoiceField } from '../forms/ChoiceField';
import { SmallForm } from '../forms/SmallForm';
import { TextField } from '../forms/TextField';
import { newRequestKey } from '../link/request-key';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { categories, openCase } from './api';
import { priorities } from './priorities';
import type { CallKey, CasePriority } from './wire';

interface Props {
  readonly customer: { readonly id: number };
  /** In which it came up: it belongs to the case from the start. */
  readonly call?: CallKey;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A request or a complaint of this customer; its category says who gets it and until when. */
export function OpenCase({ customer, call, onDone, onCancel }: Props) {
  const t = useTexts();
  const known = (useLoaded(categories, '').value ?? []).filter((category) => category.active);
  const [wish, setWish] = useState({ category: '', title: '', text: '', priority: 'NORMAL' as CasePriority });
  const [once, setOnce] = useState(newRequestKey);
  const change = (some: Partial<typeof wish>) => {
    setWish({ ...wish, ...some });
    setOnce(newRequestKey());
  };
  const chosen = known.find((category) => String(category.id) === wish.category);
  return (
    <SmallForm
      label={t('doing.case')}
      go={t('case.open')}
      fields={['category', 'title', 'text', 'priority']}
      onCancel={onCancel}
      onSend={async () => {
        const { title, text, priority } = wish;
        await openCase(
          {
            customer: customer.id,
            category: Number(wish.category),
            title,
            text,
            priority,
            ...(call === undefined ? {} : { call }),
          },
          once,
        );
        onDone();
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('case.category')}
          at="category"
          value={wish.category}
          none={t('forms.choose')}
          hint={chosen?.team == null ? undefined : t('case.goesTo', { team: chosen.team.name })}
          choices={known.map(({ id, name }) => [String(id), name])}
          onChange={(category) => change({ category })}
        />
        <ChoiceField
          label={t('case.priority')}
          at="priority"
          value={wish.priority}
          choices={priorities.map((one) => [one, t(`priority.${one}`)])}
          onChange={(priority) => change({ priority: priority as CasePriority })}
        />
        <TextField
          label={t('case.title')}
          at="title"
          wide
          maxLength={200}
          value={wish.title}
          onChange={(title) => change({ title })}
        />
        <TextField
          label={t('case.text')}
          at="text"
          wide
          rows={3}
          maxLength={4000}
          value={wish.text}
          onChange={(text) => change({ text })}
        />
      </div>
    </SmallForm>
  );
}
