import { ChoiceField } from '../../forms/ChoiceField';
import { TextField } from '../../forms/TextField';
import { languageName } from '../../format/times';
import { useStore } from '../../link/store';
import { useLoaded } from '../../link/use-loaded';
import { useTexts } from '../../texts/use-texts';
import { segments } from '../api';
import { CustomerPicker } from '../CustomerPicker';
import type { PartProps } from './parts';

const languages = ['fa', 'en', 'ar', 'ru', 'tr', 'az', 'ku', 'hy', 'de', 'fr', 'es', 'it', 'zh'];

/** Names, what they are to us, and who looks after them. */
export function WhoEdit({ form, onChange }: PartProps) {
  const t = useTexts();
  const people = useStore((store) => store.live.people);
  const known = useLoaded(segments, '').value ?? [];
  const owners = Object.entries(people).sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <div className="fields">
      <TextField
        label={t('customer.name')}
        at="name"
        value={form.name}
        maxLength={200}
        required
        focus
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={t('customer.sayAs')}
        at="sayAs"
        hint={t('customer.sayAsHint')}
        value={form.sayAs}
        maxLength={200}
        onChange={(sayAs) => onChange({ sayAs })}
      />
      {form.kind === 'PERSON' && (
        <CustomerPicker
          label={t('customer.worksFor')}
          at="company"
          kind="COMPANY"
          value={form.company}
          onChange={(company) => onChange({ company })}
        />
      )}
      <ChoiceField
        label={t('customer.segment')}
        at="segment"
        value={form.segment}
        none={t('forms.none')}
        choices={known.map(({ name }) => [name, name])}
        onChange={(segment) => onChange({ segment })}
      />
      <ChoiceField
        label={t('customer.language')}
        at="language"
        value={form.language}
        none={t('forms.unknown')}
        choices={languages.map((tag) => [tag, languageName(tag)])}
        onChange={(language) => onChange({ language })}
      />
      <ChoiceField
        label={t('customer.owner')}
        at="owner"
        value={form.owner}
        none={t('forms.none')}
        choices={owners}
        onChange={(owner) => onChange({ owner })}
      />
      <TextField
        label={t('customer.warning')}
        at="warning"
        hint={t('customer.warningHint')}
        value={form.warning}
        maxLength={500}
        rows={2}
        wide
        onChange={(warning) => onChange({ warning })}
      />
      <label className="check field-wide">
        <input
          type="checkbox"
          checked={form.doNotCall}
          onChange={(event) => onChange({ doNotCall: event.target.checked })}
        />
        {t('customer.doNotCallWish')}
      </label>
    </div>
  );
}
