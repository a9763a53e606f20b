import { useState } from 'react';
import { timeline } from '../customers/api';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { PhoneNumber } from '../format/Isolated';
import { useMoments } from '../format/use-moments';
import { CallDetails } from '../history/CallDetails';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { addCallTo, callKey } from './api';
import type { WholeCase } from './wire';

interface Props {
  readonly found: WholeCase;
  readonly onChange: (found: WholeCase) => void;
}

/** The calls in which it was spoken about; another one of this customer is added with one click. */
export function CaseCalls({ found, onChange }: Props) {
  const t = useTexts();
  const [choosing, setChoosing] = useState(false);
  return (
    <section className="panel">
      <h2>{t('case.calls')}</h2>
      {found.calls.length === 0 && <p className="faint">{t('case.noCalls')}</p>}
      <ul>
        {found.calls.map(({ pbx, id }) => (
          <li key={`${pbx}/${id}`}>
            <Belonging call={`${pbx}/${id}`} />
          </li>
        ))}
      </ul>
      <button type="button" className="quiet add-line" onClick={() => setChoosing(!choosing)}>
        + {t('case.addCall')}
      </button>
      {choosing && (
        <Choosing
          found={found}
          onChange={(changed) => {
            setChoosing(false);
            onChange(changed);
          }}
        />
      )}
    </section>
  );
}

function Belonging({ call }: { readonly call: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="case-call" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code dir="ltr">{call}</code>
      </summary>
      {open && <CallDetails call={call} />}
    </details>
  );
}

const callsOf = async (customer: string) =>
  (await timeline(Number(customer), null)).entries.flatMap((entry) =>
    entry.kind === 'call' ? [entry.call] : [],
  );

function Choosing({ found, onChange }: Props) {
  const t = useTexts();
  const { moment } = useMoments();
  const { value, failed } = useLoaded(callsOf, String(found.whole.customer.id));
  const { sending, failed: refused, send } = useSending();
  const belongs = new Set(found.calls.map(({ pbx, id }) => `${pbx}/${id}`));
  const add = (call: string) =>
    void send(async () => {
      onChange(await addCallTo(found.whole.id, callKey(call)));
    });
  return (
    <>
      <Refusal failed={failed ?? refused} />
      <ul className="numbers">
        {value
          ?.filter((row) => !belongs.has(row.call))
          .map((row) => (
            <li key={row.call}>
              <span className="figure">{moment(row.startedAt)}</span>
              <PhoneNumber>{row.display}</PhoneNumber>
              <button type="button" disabled={sending} onClick={() => add(row.call)}>
                {t('case.add')}
              </button>
            </li>
          ))}
      </ul>
      {value?.length === 0 && <p className="faint">{t('timeline.none')}</p>}
    </>
  );
}
