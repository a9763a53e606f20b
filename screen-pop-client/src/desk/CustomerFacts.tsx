import { Link } from 'wouter';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import type { Candidate, Pop } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { CardCases } from './CardCases';
import { Consents } from './Consents';
import { LastContacts } from './LastContacts';
import { Promises } from './Promises';

interface Props {
  readonly pop: Pop;
  readonly found: Candidate;
}

/** What matters about them before the first word is said: the warning above all. */
export function CustomerFacts({ pop, found }: Props) {
  const t = useTexts();
  const person = usePeople();
  const { customer, origin } = found;
  const { matters, owner, warning } = customer;
  const ours = origin === null;
  if (!ours && warning === null && matters === null && owner === null) {
    return null;
  }
  return (
    <section className="facts" data-testid="facts">
      {warning !== null && (
        <p className="warning" data-testid="warning">
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M10 2 19 18H1zM9.100 7.500v5h1.800v-5zM9.100 14v1.800h1.800V14z" fillRule="evenodd" />
          </svg>
          <strong>{t('card.warning')}</strong>
          <span dir="auto">{warning}</span>
        </p>
      )}
      {matters !== null && <Consents matters={matters} />}
      {ours && <CardCases pop={pop} customer={customer} />}
      {matters !== null && <Promises promised={matters.callBacks} />}
      {ours && <LastContacts contacts={customer.lastContacts} />}
      <p className="facts-end">
        {owner !== null && (
          <span className="owner">{t('card.owner', { owner: isolated(person(owner)) })}</span>
        )}
        {matters?.tags.map((tag) => (
          <span key={tag} className="tag">
            <Name>{tag}</Name>
          </span>
        ))}
        {ours && <Link href={`/customers/${customer.id}`}>{t('card.openRecord')}</Link>}
      </p>
    </section>
  );
}
