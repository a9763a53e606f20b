import { Field } from './Field';

interface Props {
  readonly label: string;
  readonly at: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly quiet?: boolean;
  readonly wide?: boolean;
  readonly required?: boolean;
  readonly rows?: number;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'number' | 'datetime-local';
  /** Numbers and addresses of the net are left to right in every language; other text has its own direction. */
  readonly ltr?: boolean;
  readonly maxLength?: number;
  readonly list?: string;
  readonly placeholder?: string;
  readonly focus?: boolean;
}

export function TextField(props: Props) {
  const { label, at, value, onChange, rows, type = 'text', ltr = false, required = false } = props;
  return (
    <Field label={label} at={at} hint={props.hint} quiet={props.quiet ?? false} wide={props.wide ?? false}>
      {(wired) => {
        const shared = {
          ...wired,
          value,
          required,
          dir: ltr ? 'ltr' : 'auto',
          maxLength: props.maxLength,
          placeholder: props.placeholder,
          'data-focus': props.focus === true ? '' : undefined,
          className: ltr ? 'ltr' : undefined,
          autoComplete: 'off',
        };
        return rows === undefined ? (
          <input
            {...shared}
            type={type}
            list={props.list}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
        );
      }}
    </Field>
  );
}
