import { useState } from 'react';
import { Link } from 'wouter';
import { CallLink } from '../customers/CallLink';
import { Segment } from '../customers/Segment';
import { Name, PhoneNumber } from '../format/Isolated';
import { usePages } from '../link/use-pages';
import { useTexts } from '../texts/use-texts';
import { duplicates } from './api';
import { Pages } from './Pages';
import type { DuplicateGroup } from './wire';

const bys = ['NUMBER', 'MAIL', 'NAME'] as const;

const load = async (by: string, after: string | null) => {
  const page = await duplicates(by, after);
  return { rows: page.groups, next: page.next };
};

/** Customers who are likely one, by what they share. */
export function Duplicates() {
  const t = useTexts();
  const [by, setBy] = useState<(typeof bys)[number]>('NUMBER');
  const { rows, next, read, failed, more } = usePages(load, by.toLowerCase());
  return (
    <>
      <div className="chips" role="group" aria-label={t('quality.by')}>
        {bys.map((one) => (
          <button
            key={one}
            type="button"
            className={one === by ? 'chip chip-on' : 'chip'}
            aria-pressed={one === by}
            onClick={() => setBy(one)}
          >
            {t(`quality.by.${one}`)}
          </button>
        ))}
      </div>
      <Pages read={read} empty={rows.length === 0} next={next} failed={failed} onMore={more}>
        <ul className="duplicates">
          {rows.map((group) => (
            <Group key={`${group.by}${group.shared}`} group={group} />
          ))}
        </ul>
      </Pages>
    </>
  );
}

/** Each beside the first: who is compared with whom is one click. */
function Group({ group }: { readonly group: DuplicateGroup }) {
  const t = useTexts();
  const [first] = group.customers;
  return (
    <li className="panel" data-testid="duplicate">
      <h2>
        {group.by === 'NUMBER' && <PhoneNumber>{group.shared}</PhoneNumber>}
        {group.by === 'MAIL' && <Name>{group.shared}</Name>}
        {group.by === 'NAME' && t('quality.by.NAME')}{' '}
        {group.alsoShared
          .filter((also) => also !== group.by)
          .map((also) => (
            <span key={also} className="badge badge-late">
              {t(`quality.by.${also}`)}
            </span>
          ))}
      </h2>
      <ul className="numbers">
        {group.customers.map((customer) => (
          <li key={customer.id}>
            <Link href={`/customers/${customer.id}`}>
              <Name>{customer.name}</Name>
            </Link>
            {customer.segment !== null && <Segment name={customer.segment} />}
            {customer.company !== null && (
              <small className="faint">
                <Name>{customer.company.name}</Name>
              </small>
            )}
            {customer.numbers[0] !== undefined && (
              <CallLink number={customer.numbers[0]} never={customer.doNotCall} />
            )}
            {first !== undefined && customer.id !== first.id && (
              <Link href={`/quality/${first.id}/${customer.id}`} className="button compare">
                {t('quality.compare')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
