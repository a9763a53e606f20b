import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { timeOfDay } from '../format/times';
import { useStore } from '../link/store';
import type { CallDetail, Transfer } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** The path of a call from hand to hand, and what those who had it wrote. */
export function HandedOn({ detail }: { readonly detail: CallDetail }) {
  const t = useTexts();
  const person = usePeople();
  const zone = useStore((store) => store.live.zone);
  const who = (login: string | null, otherwise: string) =>
    isolated(login === null ? otherwise : person(login));
  const said = (transfer: Transfer) =>
    t(`transfer.${transfer.kind}`, {
      by: who(transfer.by, transfer.from),
      to: who(transfer.to, transfer.number === '' ? '?' : transfer.number),
    });
  return (
    <>
      {detail.transfers.length > 0 && (
        <section>
          <h2>{t('history.transfers')}</h2>
          <ol data-testid="call-transfers">
            {detail.transfers.map((transfer) => (
              <li key={transfer.at}>
                <time dir="ltr">{timeOfDay(transfer.at, zone)}</time> {said(transfer)}
              </li>
            ))}
          </ol>
        </section>
      )}
      {detail.notes.length > 0 && (
        <section>
          <h2>{t('card.notes')}</h2>
          {detail.notes.map((note) => (
            <p key={note.by} className="note" data-testid="call-note">
              <small>
                <Name>{person(note.by)}</Name>
              </small>
              <span dir="auto">{note.text}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}
