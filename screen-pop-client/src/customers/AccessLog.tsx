import { useState } from 'react';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { accessOf } from './api';

/** Who viewed, edited or exported this customer; read only when somebody wants to know. */
export function AccessLog({ id }: { readonly id: number }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details className="panel access" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('access.title')}</summary>
      {open && <Entries id={String(id)} />}
    </details>
  );
}

function Entries({ id }: { readonly id: string }) {
  const t = useTexts();
  const { moment } = useMoments();
  const { value, failed } = useLoaded(accessOf, id);
  return (
    <>
      <Refusal failed={failed} />
      <ol className="access-list">
        {value?.access.map((entry) => (
          <li key={entry.id}>
            <span className="figure faint">{moment(Date.parse(entry.at))}</span>
            <Name>{entry.by.name}</Name>
            <span>{t(`access.${entry.what}`)}</span>
            {entry.detail !== '' && (
              <small className="faint">
                <Name>{entry.detail}</Name>
              </small>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
