import { useState } from 'react';
import type { OwnField } from '../customers/wire';
import { TextField } from '../forms/TextField';
import { plain } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import { fieldGroups, groups, ownName, ownWord } from './fields';
import { useColumnName, useFieldName } from './use-words';
import type { Column } from './wire';

interface Props {
  readonly column: Column;
  /** From 0. */
  readonly at: number;
  readonly own: readonly OwnField[];
  /** The columns are about to be others. */
  readonly disabled: boolean;
  /** A number, or the beginning of an address. */
  readonly labelled: boolean;
  readonly onChange: (some: Partial<Column>) => void;
}

/** The name of a column, what it becomes, and for a number or an address which one it is. */
export function ColumnHead({ column, at, own, disabled, labelled, onChange }: Props) {
  const t = useTexts();
  const name = useColumnName()(column.name, at + 1);
  const fieldName = useFieldName(own);
  const isGone = ownName(column.field) !== null && !own.some((one) => ownWord(one.name) === column.field);
  return (
    <div className="column-head">
      <span className="column-name">{name}</span>
      <select
        aria-label={t('imports.becomes', { column: name })}
        data-testid="import-field"
        data-column={at}
        disabled={disabled}
        value={column.field}
        onChange={(event) => onChange({ field: event.target.value })}
      >
        <option value="">{t('imports.leaveOut')}</option>
        {groups.map((group) => (
          <optgroup key={group} label={t(`fieldGroup.${group}`)}>
            {fieldGroups[group].map((field) => (
              <option key={field} value={field}>
                {t(`importField.${field}`)}
              </option>
            ))}
          </optgroup>
        ))}
        {(own.length > 0 || isGone) && (
          <optgroup label={t('definitions.fields')}>
            {isGone && <option value={column.field}>{fieldName(column.field)}</option>}
            {own.map((field) => (
              <option key={field.name} value={ownWord(field.name)}>
                {plain(field.label)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {labelled && <Label column={column} at={at} name={name} onChange={onChange} />}
    </div>
  );
}

/** Sent when it is written, not with every letter. */
function Label({
  column,
  at,
  name,
  onChange,
}: Pick<Props, 'column' | 'at' | 'onChange'> & { readonly name: string }) {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== column.label) {
      onChange({ label: typed.trim() });
    }
    setTyped(null);
  };
  return (
    <div
      role="presentation"
      className="column-label"
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          commit();
        }
      }}
    >
      <TextField
        label={t('imports.labelOf', { column: name })}
        quiet
        at={`columns[${at}].label`}
        list={column.field === 'number' ? 'number-labels' : 'address-labels'}
        maxLength={32}
        placeholder={t('customer.label')}
        value={typed ?? column.label}
        onChange={setTyped}
      />
    </div>
  );
}
