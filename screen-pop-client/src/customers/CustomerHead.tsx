import { Link } from 'wouter';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { languageName } from '../format/times';
import { useStore } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { DeleteCustomer } from './DeleteCustomer';
import { Segment } from './Segment';
import { mayMerge } from './tabs';
import type { FullCustomer } from './wire';

interface Props {
  readonly customer: FullCustomer;
  readonly onEdit: () => void;
}

/** Who it is, and what must not be overlooked. */
export function CustomerHead({ customer, onEdit }: Props) {
  const t = useTexts();
  const roles = useStore((store) => store.me?.roles ?? []);
  return (
    <header className="customer-head panel">
      <div className="who-line">
        <h1 data-testid="customer-name">
          <Name>{customer.name}</Name>
        </h1>
        {customer.segment !== null && <Segment name={customer.segment} />}
        {customer.doNotCall && <span className="badge badge-bad">{t('customer.doNotCall')}</span>}
        <span className="customer-acts">
          <button type="button" onClick={onEdit} data-testid="customer-edit">
            {t('customer.edit')} <kbd>E</kbd>
          </button>
          {mayMerge(roles) && <DeleteCustomer customer={customer} />}
        </span>
      </div>
      <p className="customer-of">
        {customer.kind === 'COMPANY' && <span>{t('customers.company')}</span>}
        {customer.sayAs !== null && (
          <span>
            {t('customer.saidAs')} <Name>{customer.sayAs}</Name>
          </span>
        )}
        {customer.company !== null && (
          <Link href={`/customers/${customer.company.id}`}>
            <Name>{customer.company.name}</Name>
          </Link>
        )}
        {customer.language !== null && (
          <span>{t('card.language', { language: languageName(customer.language) })}</span>
        )}
        {customer.owner !== null && <span>{t('card.owner', { owner: isolated(customer.owner.name) })}</span>}
        {customer.tags.map((tag) => (
          <span key={tag} className="tag">
            <Name>{tag}</Name>
          </span>
        ))}
      </p>
      {customer.warning !== null && (
        <p className="pinned">
          <strong>{t('card.warning')}</strong> <span dir="auto">{customer.warning}</span>
        </p>
      )}
    </header>
  );
}
