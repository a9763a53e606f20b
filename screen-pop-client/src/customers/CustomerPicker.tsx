import { useId, useState, type KeyboardEvent } from 'react';
import { Name, PhoneNumber } from '../format/Isolated';
import { plain } from '../format/plain';
import { Field } from '../forms/Field';
import { useTexts } from '../texts/use-texts';
import type { Filters } from './filters';
import { useCustomers } from './use-customers';
import type { CustomerKind, CustomerSummary } from './wire';
import type { Named } from './named';

interface Props {
  readonly label: string;
  readonly at: string;
  readonly value: Named | null;
  readonly onChange: (value: Named | null) => void;
  readonly kind?: CustomerKind;
  /** Who cannot be chosen. */
  readonly without?: number;
  /** Where what is typed is kept by whoever shows this: leaving the field then takes nothing away. */
  readonly search?: Search;
}
interface Search {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

const MOST = 8;
const anybody: Filters = { q: '', kind: '', segment: '', tag: '', owner: '', company: '' };

/** Somebody of the book, found by typing; arrows and Enter choose, Escape leaves it as it was. */
export function CustomerPicker({ label, at, value, onChange, kind, without, search }: Props) {
  const t = useTexts();
  const list = useId();
  const [own, setOwn] = useState<string | null>(null);
  const typed = search?.typed ?? own;
  const setTyped = (text: string | null) =>
    search === undefined ? setOwn(text) : search.onTyped(text ?? '');
  const [row, setRow] = useState(0);
  const open = typed !== null && typed !== '';
  const found = useCustomers({ ...anybody, q: typed ?? '', kind: kind ?? '' }, open);
  const rows = open ? found.rows.filter((one) => one.id !== without).slice(0, MOST) : [];
  const choose = (one: CustomerSummary | undefined) => {
    if (one !== undefined) {
      onChange({ id: one.id, name: one.name });
      setOwn(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    // What is kept outside has an Escape of its own.
    const leaves = event.key === 'Escape' && search === undefined;
    if (!open || (step === 0 && event.key !== 'Enter' && !leaves)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) {
      setRow((row + step + rows.length) % Math.max(1, rows.length));
    } else if (event.key === 'Enter') {
      choose(rows[row]);
    } else {
      setTyped(null);
    }
  };
  const type = (text: string) => {
    setRow(0);
    setTyped(text);
    if (text === '') {
      onChange(null);
    }
  };
  return (
    <Field label={label} at={at}>
      {(wired) => (
        <div className="picker">
          <input
            {...wired}
            dir="auto"
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={rows[row] === undefined ? undefined : `${list}-${rows[row].id}`}
            autoComplete="off"
            maxLength={100}
            value={typed ?? (value === null ? '' : plain(value.name))}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setOwn(null)}
            onKeyDown={onKeyDown}
          />
          <ul
            id={list}
            role="listbox"
            aria-label={t('picker.found')}
            className="picker-list"
            hidden={rows.length === 0}
          >
            {rows.map((one, index) => (
              // Keys are taken by the field, which keeps the focus.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={one.id}
                id={`${list}-${one.id}`}
                role="option"
                aria-selected={index === row}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(one)}
              >
                <Name>{one.name}</Name>
                <small className="of">
                  {one.company !== null && <Name>{one.company.name}</Name>}{' '}
                  {one.numbers[0] !== undefined && <PhoneNumber>{one.numbers[0].display}</PhoneNumber>}
                </small>
              </li>
            ))}
          </ul>
          <p role="status" className="hint">
            {open && found.answered && !found.asking && rows.length === 0 && t('customers.none')}
          </p>
        </div>
      )}
    </Field>
  );
}
