import { useState } from 'react';
import { teams } from '../cases/api';
import type { CaseKind, Category } from '../cases/wire';
import { ChoiceField } from '../forms/ChoiceField';
import { SmallForm } from '../forms/SmallForm';
import { TextField } from '../forms/TextField';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { define } from './api';
import { numberOf, type FormProps } from './form-props';

const text = (value: number | null | undefined) => (value == null ? '' : String(value));

/** What a case is about says whom it goes to, and until when. */
export function CategoryForm({ one, onDone, onCancel }: FormProps<Category>) {
  const t = useTexts();
  const known = useLoaded(teams, '').value ?? [];
  const [form, setForm] = useState({
    name: one?.name ?? '',
    kind: one?.kind ?? 'REQUEST',
    team: text(one?.team?.id),
    escalationTeam: text(one?.escalationTeam?.id),
    firstAnswerMinutes: text(one?.firstAnswerMinutes),
    solutionMinutes: text(one?.solutionMinutes),
    active: one?.active ?? true,
  });
  const change = (some: Partial<typeof form>) => setForm({ ...form, ...some });
  const choices = known.map(({ id, name }) => [String(id), name] as const);
  return (
    <SmallForm
      label={t('definitions.categories')}
      go={t('forms.save')}
      fields={['name', 'kind', 'team', 'escalationTeam', 'firstAnswerMinutes', 'solutionMinutes']}
      onCancel={onCancel}
      onSend={async () => {
        await define('case-categories', one?.id ?? null, {
          ...form,
          team: numberOf(form.team),
          escalationTeam: numberOf(form.escalationTeam),
          firstAnswerMinutes: numberOf(form.firstAnswerMinutes),
          solutionMinutes: numberOf(form.solutionMinutes),
        });
        onDone();
      }}
    >
      <div className="fields">
        <TextField
          label={t('definitions.name')}
          at="name"
          maxLength={64}
          value={form.name}
          onChange={(name) => change({ name })}
        />
        <ChoiceField
          label={t('definitions.kind')}
          at="kind"
          value={form.kind}
          choices={(['REQUEST', 'COMPLAINT'] as const).map((kind) => [kind, t(`caseKind.${kind}`)])}
          onChange={(kind) => change({ kind: kind as CaseKind })}
        />
        <ChoiceField
          label={t('definitions.goesTo')}
          at="team"
          value={form.team}
          none={t('forms.none')}
          choices={choices}
          onChange={(team) => change({ team })}
        />
        <ChoiceField
          label={t('definitions.overdueTo')}
          at="escalationTeam"
          value={form.escalationTeam}
          none={t('forms.none')}
          choices={choices}
          onChange={(escalationTeam) => change({ escalationTeam })}
        />
        <TextField
          label={t('definitions.firstAnswer')}
          at="firstAnswerMinutes"
          ltr
          value={form.firstAnswerMinutes}
          onChange={(firstAnswerMinutes) => change({ firstAnswerMinutes })}
        />
        <TextField
          label={t('definitions.solution')}
          at="solutionMinutes"
          ltr
          value={form.solutionMinutes}
          onChange={(solutionMinutes) => change({ solutionMinutes })}
        />
        <label className="check field-wide">
          <input
            type="checkbox"
            checked={form.active}
            onChange={(event) => change({ active: event.target.checked })}
          />
          {t('definitions.active')}
        </label>
      </div>
    </SmallForm>
  );
}
