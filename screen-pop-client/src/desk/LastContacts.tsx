import { Name } from '../format/Isolated';
import { useMoments } from '../format/use-moments';
import type { Contact } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

export function LastContacts({ contacts }: { readonly contacts: readonly Contact[] }) {
  const t = useTexts();
  const person = usePeople();
  const { moment } = useMoments();
  if (contacts.length === 0) {
    return <p className="faint">{t('card.noContacts')}</p>;
  }
  return (
    <section>
      <h3>{t('card.lastContacts')}</h3>
      <ul className="contacts">
        {contacts.map((contact) => (
          <li key={contact.at}>
            <span className="figure">{moment(contact.at)}</span>
            <span>{t(`direction.${contact.direction}`)}</span>
            <span className={`contact-${contact.outcome}`}>{t(`outcome.${contact.outcome}`)}</span>
            <span>{contact.agent !== null && <Name>{person(contact.agent)}</Name>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
