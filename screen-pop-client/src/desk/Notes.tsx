import { useEffect, useRef, useState } from 'react';
import { Name } from '../format/Isolated';
import { aboutNote, ask, useStore } from '../link/store';
import type { Pop } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { Refusal } from './Refusal';

/** So long nobody types before it is saved: whoever hands the call on presses no button for the note. */
const PAUSE_MS = 600;

/** What colleagues wrote of this call, and a place to write for whoever takes it next. */
export function Notes({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const person = usePeople();
  const me = useStore((store) => store.me?.login ?? null);
  const others = pop.notes.filter((note) => note.by !== me);
  const mine = pop.notes.find((note) => note.by === me)?.text ?? '';
  const over = pop.state === 'ENDED';
  if (over && pop.notes.length === 0) {
    return null;
  }
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
      {over ? mine !== '' && <p dir="auto">{mine}</p> : <MyNote call={pop.call} saved={mine} />}
    </section>
  );
}

function MyNote({ call, saved }: { readonly call: string; readonly saved: string }) {
  const t = useTexts();
  const about = aboutNote(call);
  const asking = useStore((store) => store.asked[about] === 'asking');
  const [draft, setDraft] = useState<string | null>(null);
  const sent = useRef(saved);
  useEffect(() => {
    if (draft === null || draft === sent.current || asking) {
      return;
    }
    const timer = setTimeout(() => {
      sent.current = draft;
      void ask({ type: 'note', call, text: draft });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asking, call, draft]);
  return (
    <>
      <textarea
        rows={2}
        dir="auto"
        maxLength={2000}
        data-testid="note-field"
        aria-label={t('card.myNote')}
        placeholder={t('card.myNote')}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Refusal about={about} />
    </>
  );
}
