import type { OwnField } from '../customers/wire';
import { isolated } from '../format/plain';
import { listed } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { adviceOn } from './fields';
import { useColumnName, useFieldName } from './use-words';
import type { Column } from './wire';

interface Props {
  readonly columns: readonly Column[];
  /** Places of columns of which nobody misses anything. */
  readonly empty: readonly number[];
  readonly own: readonly OwnField[];
}

/** What one may not have thought of before rows are written. */
export function Advised({ columns, empty, own }: Props) {
  const t = useTexts();
  const fieldName = useFieldName(own);
  const columnName = useColumnName();
  const left = columns.flatMap(({ name, field }, at) =>
    field === '' && !empty.includes(at) ? [columnName(name, at + 1)] : [],
  );
  return (
    <ul className="import-advice">
      {adviceOn(columns).map((one) => (
        <li
          key={one.what + ('field' in one ? one.field : '')}
          className="advice"
          data-testid="import-advice"
          data-what={one.what}
        >
          {t(`importAdvice.${one.what}`, 'field' in one ? { field: isolated(fieldName(one.field)) } : {})}
        </li>
      ))}
      {left.length > 0 && <li className="small">{t('imports.leftOut', { columns: listed(left) })}</li>}
    </ul>
  );
}
