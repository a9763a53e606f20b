import { isolated, plain } from '../format/plain';
import { useStore } from '../link/store';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { customer, segments, tags } from './api';
import type { FilterName, Filters } from './filters';

interface Props {
  readonly filters: Filters;
  readonly onChange: (change: Partial<Filters>) => void;
}

type Choices = readonly (readonly [string, string])[];

/** Each filter is a chip: it says what it filters by, and is coloured while it does. */
export function FilterBar({ filters, onChange }: Props) {
  const t = useTexts();
  const people = useStore((store) => store.live.people);
  const known = useLoaded(segments, '');
  const tagged = useLoaded(tags, '');
  const choices: Readonly<Record<Exclude<FilterName, 'company'>, Choices>> = {
    kind: [
      ['PERSON', t('customers.people')],
      ['COMPANY', t('customers.companies')],
    ],
    segment: (known.value ?? []).map(({ name }) => [name, name]),
    tag: (tagged.value ?? []).map(({ name }) => [name, name]),
    owner: Object.entries(people).sort(([, one], [, other]) => one.localeCompare(other)),
  };
  return (
    <div className="chips" role="group" aria-label={t('customers.filters')}>
      {(['kind', 'segment', 'tag', 'owner'] as const).map((name) => (
        <Chip
          key={name}
          label={t(`filter.${name}`)}
          value={filters[name]}
          choices={choices[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      {filters.company !== '' && (
        <CompanyChip id={filters.company} onClear={() => onChange({ company: '' })} />
      )}
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly value: string;
  readonly choices: Choices;
  readonly onChange: (value: string) => void;
}

function Chip({ label, value, choices, onChange }: ChipProps) {
  const t = useTexts();
  const gone = value !== '' && !choices.some(([known]) => known === value);
  return (
    <select
      className={value === '' ? 'chip' : 'chip chip-on'}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('filter.any', { what: label })}</option>
      {gone && <option value={value}>{plain(value)}</option>}
      {choices.map(([known, name]) => (
        <option key={known} value={known}>
          {plain(name)}
        </option>
      ))}
    </select>
  );
}

function CompanyChip({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const t = useTexts();
  const { value } = useLoaded(customer, id);
  return (
    <button type="button" className="chip chip-on" onClick={onClear}>
      {t('filter.worksFor', { company: isolated(value?.name ?? id) })}
      <span aria-hidden="true"> ×</span>
      <span className="said">{t('filter.clear')}</span>
    </button>
  );
}
