import { useEffect } from 'react';
import { Name } from '../format/Isolated';
import { aboutNote, leaveNote, useStore, writeNote } from '../link/store';
import type { Pop } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { Refusal } from './Refusal';

/** What colleagues wrote of this call, and a place to write for whoever takes it next, or of what is left to do. */
export function Notes({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const person = usePeople();
  const me = useStore((store) => store.me?.login ?? null);
  const others = pop.notes.filter((note) => note.by !== me);
  return (
    <section className="notes">
      <h3>{t('card.notes')}</h3>
      {others.map((note) => (
        <p key={note.by} className="note" data-testid="note">
          <small>
            <Name>{person(note.by)}</Name>
          </small>
          <span dir="auto">{note.text}</span>
        </p>
      ))}
      <MyNote
        call={pop.call}
        saved={pop.notes.find((note) => note.by === me)?.text ?? ''}
        what={t(pop.state === 'ENDED' ? 'card.noteAfter' : 'card.myNote')}
      />
    </section>
  );
}

interface Props {
  readonly call: string;
  readonly saved: string;
  /** What the field is for. */
  readonly what: string;
}

function MyNote({ call, saved, what }: Props) {
  const draft = useStore((store) => store.drafts[call]);
  useEffect(() => () => leaveNote(call), [call]);
  return (
    <>
      <textarea
        rows={2}
        dir="auto"
        maxLength={2000}
        data-testid="note-field"
        aria-label={what}
        placeholder={what}
        value={draft ?? saved}
        onChange={(event) => writeNote(call, event.target.value)}
        onBlur={() => leaveNote(call)}
      />
      <Refusal about={aboutNote(call)} />
    </>
  );
}
