import { useState } from 'react';
import type { OwnField } from '../customers/wire';
import { isolated, plain } from '../format/plain';
import { count } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { ColumnHead } from './ColumnHead';
import { takesLabel } from './fields';
import type { Column, Mapping } from './wire';

interface Props {
  readonly mapping: Mapping;
  /** Places of columns that are shown on wish. */
  readonly empty: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly own: readonly OwnField[];
  readonly busy: boolean;
  /** The columns are about to be others. */
  readonly disabled: boolean;
  readonly onChange: (columns: readonly Column[]) => void;
}

/** The first rows as the file has them; above each column what it becomes. What is left out is pale. */
export function ColumnTable({ mapping, empty, rows, own, busy, disabled, onChange }: Props) {
  const t = useTexts();
  const [whole, setWhole] = useState(false);
  const { columns } = mapping;
  const shown = columns.flatMap((column, at) => (whole || !empty.includes(at) ? [{ column, at }] : []));
  const change = (at: number, some: Partial<Column>) =>
    onChange(columns.map((column, i) => (i === at ? { ...column, ...some } : column)));
  return (
    <div className="import-rows">
      <datalist id="number-labels">
        {(['mobile', 'office', 'home', 'switchboard', 'fax'] as const).map((label) => (
          <option key={label} value={t(`numberLabel.${label}`)} />
        ))}
      </datalist>
      <datalist id="address-labels">
        {(['office', 'home'] as const).map((label) => (
          <option key={label} value={t(`numberLabel.${label}`)} />
        ))}
      </datalist>
      <table
        className="table column-table"
        aria-labelledby="columns-title"
        data-testid="import-columns"
        aria-busy={busy}
      >
        <thead>
          <tr>
            {shown.map(({ column, at }) => (
              <th key={at} scope="col" className={column.field === '' ? 'left-out' : undefined}>
                <ColumnHead
                  column={column}
                  at={at}
                  own={own}
                  disabled={disabled}
                  labelled={takesLabel(columns, at)}
                  onChange={(some) => change(at, some)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {shown.map(({ column, at }) => (
                <td key={at} className={column.field === '' ? 'left-out' : undefined}>
                  <Cell text={row[at] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="faint">{t('imports.noRows')}</p>}
      {empty.length > 0 && (
        <label className="check import-empty">
          <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />
          {t('imports.emptyColumns', { columns: count(empty.length) })}
        </label>
      )}
    </div>
  );
}

/** Lines of one cell stand behind each other: a row is a line. */
function Cell({ text }: { readonly text: string }) {
  const shown = plain(text.replace(/\s*[\r\n]+\s*/g, ' ⏎ '));
  return <bdi title={shown.length > 30 ? isolated(shown) : undefined}>{shown}</bdi>;
}
