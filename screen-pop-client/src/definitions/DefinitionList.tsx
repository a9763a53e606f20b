import { useState, type ReactNode } from 'react';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Name } from '../format/Isolated';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';

interface Props<T> {
  readonly title: string;
  readonly load: () => Promise<readonly T[]>;
  readonly name: (one: T) => string;
  /** What else there is to say of it. */
  readonly said: (one: T) => string;
  /** What cannot be deleted is switched off in its form. */
  readonly remove?: (one: T) => Promise<void>;
  readonly form: (one: T | null, done: () => void, cancel: () => void) => ReactNode;
}

/** What is defined of one kind, each with a way to change it where it stands. */
export function DefinitionList<T extends { readonly id: number }>(props: Props<T>) {
  const t = useTexts();
  const { value, failed, again } = useLoaded(props.load, '');
  const { failed: refused, send } = useSending();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const [sure, setSure] = useState<number | null>(null);
  const done = () => {
    setOpen(null);
    again();
  };
  const form = (one: T | null) => props.form(one, done, () => setOpen(null));
  const remove = (one: T) => {
    if (sure !== one.id) {
      setSure(one.id);
      return;
    }
    setSure(null);
    void send(() => props.remove?.(one) ?? Promise.resolve()).finally(again);
  };
  return (
    <section className="panel definitions">
      <h2>{props.title}</h2>
      <Refusal failed={failed ?? refused} />
      {value?.length === 0 && open !== 'new' && <p className="faint">{t('definitions.none')}</p>}
      <ul>
        {value?.map((one) => (
          <li key={one.id}>
            <span className="definition">
              <span>
                <Name>{props.name(one)}</Name> <small className="of">{props.said(one)}</small>
              </span>
              <button
                type="button"
                className="quiet"
                aria-expanded={open === one.id}
                onClick={() => setOpen(open === one.id ? null : one.id)}
              >
                {t('definitions.edit')}
              </button>
              {props.remove !== undefined && (
                <button
                  type="button"
                  className={sure === one.id ? 'danger' : 'quiet'}
                  onClick={() => remove(one)}
                  onBlur={() => setSure(null)}
                >
                  {t(sure === one.id ? 'definitions.sure' : 'definitions.delete')}
                </button>
              )}
            </span>
            {open === one.id && form(one)}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        form(null)
      ) : (
        <button type="button" className="quiet add-line" onClick={() => setOpen('new')}>
          + {t('definitions.add')}
        </button>
      )}
    </section>
  );
}
