import { plain } from '../format/plain';
import { Field } from './Field';

interface Props {
  readonly label: string;
  readonly at: string;
  readonly value: string;
  /** Value and how it is called. */
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
  /** What is shown for nothing chosen; without it something is always chosen. */
  readonly none?: string;
  readonly quiet?: boolean;
  readonly hint?: string | undefined;
}

export function ChoiceField({ label, at, value, choices, onChange, none, quiet = false, hint }: Props) {
  // What was chosen once and is defined no more stays choosable: saving the rest must not lose it.
  const gone = value !== '' && !choices.some(([known]) => known === value);
  return (
    <Field label={label} at={at} quiet={quiet} hint={hint}>
      {(wired) => (
        <select {...wired} value={value} onChange={(event) => onChange(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {gone && <option value={value}>{plain(value)}</option>}
          {choices.map(([known, name]) => (
            <option key={known} value={known}>
              {plain(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
