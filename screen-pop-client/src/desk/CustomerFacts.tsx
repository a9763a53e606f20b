import { Name } from '../format/Isolated';
import { useMoments } from '../format/use-moments';
import type { Customer } from '../link/wire';
import { isolated } from '../format/plain';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** What matters about them before the first word is said. */
export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const t = useTexts();
  const person = usePeople();
  const { moment } = useMoments();
  return (
    <section className="facts">
      {customer.warning !== null && (
        <p className="warning">
          <strong>{t('card.warning')}</strong>
          <Name>{customer.warning}</Name>
        </p>
      )}
      {customer.owner !== null && (
        <p className="owner">{t('card.owner', { owner: isolated(person(customer.owner)) })}</p>
      )}
      {customer.lastContacts.length === 0 ? (
        <p className="faint">{t('card.noContacts')}</p>
      ) : (
        <>
          <h3>{t('card.lastContacts')}</h3>
          <ul>
            {customer.lastContacts.map((contact) => (
              <li key={contact.at}>
                <span className="figure">{moment(contact.at)}</span>
                <span>{t(`direction.${contact.direction}`)}</span>
                <span className={`contact-${contact.outcome}`}>{t(`outcome.${contact.outcome}`)}</span>
                <span>{contact.agent !== null && <Name>{person(contact.agent)}</Name>}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
