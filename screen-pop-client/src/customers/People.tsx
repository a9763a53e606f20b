import { Link } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { useTexts } from '../texts/use-texts';
import { CallLink } from './CallLink';
import { filtersIn } from './filters';
import { useCustomers } from './use-customers';

/** Who works there. */
export function People({ company }: { readonly company: number }) {
  const t = useTexts();
  const found = useCustomers(filtersIn(`company=${company}`));
  return (
    <section className="panel">
      <h2>{t('customers.people')}</h2>
      <Refusal failed={found.failed} />
      {found.answered && found.rows.length === 0 && <p className="faint">{t('customer.nobody')}</p>}
      <ul className="numbers">
        {found.rows.map((person) => (
          <li key={person.id}>
            <Link href={`/customers/${person.id}`}>
              <Name>{person.name}</Name>
            </Link>
            {person.numbers[0] !== undefined && (
              <CallLink number={person.numbers[0]} never={person.doNotCall} />
            )}
          </li>
        ))}
      </ul>
      {found.next !== null && (
        <button type="button" className="quiet" onClick={found.more}>
          {t('customers.more')}
        </button>
      )}
    </section>
  );
}
