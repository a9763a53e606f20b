import { Name } from '../format/Isolated';
import { moment } from '../format/times';
import { useNow } from '../format/use-now';
import type { AgentOnFloor, Customer } from '../link/wire';
import { isolated } from '../texts';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly customer: Customer;
  readonly agents: readonly AgentOnFloor[];
}

/** What matters about them before the first word is said. */
export function CustomerFacts({ customer, agents }: Props) {
  const t = useTexts();
  const now = useNow();
  const owner = agents.find((agent) => agent.login === customer.owner)?.name ?? customer.owner;
  return (
    <div className="facts">
      {customer.warning !== null && (
        <p className="warning">
          <strong>{t('card.warning')}</strong> <Name>{customer.warning}</Name>
        </p>
      )}
      {owner !== null && <p>{t('card.owner', { owner: isolated(owner) })}</p>}
      {customer.lastContacts.length === 0 ? (
        <p className="faint">{t('card.noContacts')}</p>
      ) : (
        <>
          <h4>{t('card.lastContacts')}</h4>
          <ul>
            {customer.lastContacts.map((contact) => (
              <li key={contact.at}>
                <span className="figure">{moment(contact.at, now)}</span>
                <span>{t(`direction.${contact.direction}`)}</span>
                <span>{t(`outcome.${contact.outcome}`)}</span>
                {contact.agent !== null && <Name>{contact.agent}</Name>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
