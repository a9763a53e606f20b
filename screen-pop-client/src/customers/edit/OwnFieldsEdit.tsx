import { ChoiceField } from '../../forms/ChoiceField';
import { TextField } from '../../forms/TextField';
import { useTexts } from '../../texts/use-texts';
import type { FieldValue, OwnField } from '../wire';
import type { PartProps } from './parts';

/** The fields that this site defined, each with the control of its kind. */
export function OwnFieldsEdit({
  form,
  onChange,
  defined,
}: PartProps & { readonly defined: readonly OwnField[] }) {
  const t = useTexts();
  if (defined.length === 0) {
    return null;
  }
  const write = (name: string, value: FieldValue) => onChange({ fields: { ...form.fields, [name]: value } });
  return (
    <fieldset className="lines">
      <legend>{t('customer.fields')}</legend>
      <div className="fields">
        {defined.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={String(form.fields[field.name] ?? '')}
            onChange={(value) => write(field.name, value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface Props {
  readonly field: OwnField;
  readonly value: string;
  readonly onChange: (value: FieldValue) => void;
}

function OneField({ field, value, onChange }: Props) {
  const t = useTexts();
  const shared = { label: field.label, at: `fields.${field.name}`, value };
  switch (field.kind) {
    case 'TEXT':
      return <TextField {...shared} maxLength={500} onChange={onChange} />;
    case 'NUMBER':
      return <TextField {...shared} ltr onChange={onChange} />;
    case 'DATE':
      return <TextField {...shared} type="date" ltr onChange={onChange} />;
    case 'YES_NO':
      return (
        <ChoiceField
          {...shared}
          none={t('forms.unknown')}
          choices={[
            ['true', t('forms.yes')],
            ['false', t('forms.no')],
          ]}
          onChange={(chosen) => onChange(chosen === '' ? '' : chosen === 'true')}
        />
      );
    case 'CHOICE':
      return (
        <ChoiceField
          {...shared}
          none={t('forms.none')}
          choices={field.choices.map((choice) => [choice, choice])}
          onChange={onChange}
        />
      );
  }
}
