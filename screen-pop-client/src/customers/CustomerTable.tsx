import type { KeyboardEvent } from 'react';
import { useTexts } from '../texts/use-texts';
import { CustomerRow } from './CustomerRow';
import { moveFocus } from './move-focus';
import type { CustomerSummary } from './wire';

interface Props {
  readonly rows: readonly CustomerSummary[];
  readonly label: string;
  readonly busy?: boolean;
}

/** Up and down go from name to name, Enter opens. */
export function CustomerTable({ rows, label, busy = false }: Props) {
  const t = useTexts();
  const onKeyDown = (event: KeyboardEvent) => moveFocus(event, '.row-link');
  return (
    // The keys only move the focus between links that are there for everybody.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className="table customer-table" aria-label={label} aria-busy={busy} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {(['who', 'number', 'mail', 'tags', 'owner'] as const).map((column) => (
            <th key={column} scope="col" className={`col-${column}`}>
              {t(`customers.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} />
        ))}
      </tbody>
    </table>
  );
}
