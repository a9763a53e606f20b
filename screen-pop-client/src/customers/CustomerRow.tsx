import { Link } from 'wouter';
import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { CallLink } from './CallLink';
import { Segment } from './Segment';
import type { CustomerSummary } from './wire';

/** One customer of a list. The name opens it; the number may be dialled. */
export function CustomerRow({ customer }: { readonly customer: CustomerSummary }) {
  const t = useTexts();
  const [first, ...others] = customer.numbers;
  return (
    <tr data-testid="customer-row" data-customer={customer.id}>
      <td className="col-who">
        <Link href={`/customers/${customer.id}`} className="row-link">
          <Name>{customer.name}</Name>
        </Link>
        {customer.segment !== null && <Segment name={customer.segment} />}
        {customer.doNotCall && <span className="badge badge-bad">{t('customer.doNotCall')}</span>}
        {customer.company !== null && (
          <small className="of">
            <Name>{customer.company.name}</Name>
          </small>
        )}
        {customer.kind === 'COMPANY' && <small className="of">{t('customers.company')}</small>}
      </td>
      <td className="col-number">
        {first !== undefined && <CallLink number={first} never={customer.doNotCall} />}
        {others.length > 0 && (
          <small className="of">{t('customers.moreNumbers', { shown: count(others.length) })}</small>
        )}
      </td>
      <td className="col-mail">{customer.mails[0] !== undefined && <Name>{customer.mails[0]}</Name>}</td>
      <td className="col-tags">
        {customer.tags.map((tag) => (
          <span key={tag} className="tag">
            <Name>{tag}</Name>
          </span>
        ))}
      </td>
      <td className="col-owner">{customer.owner !== null && <Name>{customer.owner.name}</Name>}</td>
    </tr>
  );
}
