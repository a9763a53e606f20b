import { useState } from 'react';
import { Link } from 'wouter';
import { addNumber } from '../customers/add-number';
import { CustomerPicker } from '../customers/CustomerPicker';
import type { Named } from '../customers/named';
import { Refusal } from '../forms/Refusal';
import { SmallForm } from '../forms/SmallForm';
import { Name, PhoneNumber } from '../format/Isolated';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { unmatched } from './api';
import type { UnmatchedCaller } from './wire';

/** Who called and is nobody's in the book, who calls most first: created or attached from here. */
export function Unmatched() {
  const t = useTexts();
  const { value, failed, again } = useLoaded(unmatched, '30');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <Refusal failed={failed} />
      <p className="faint">{t(value?.length === 0 ? 'quality.none' : 'quality.days')}</p>
      {value !== null && value.length > 0 && (
        <table className="table quality-table" aria-label={t('quality.view.unmatched')}>
          <thead>
            <tr>
              {(['number', 'name', 'calls', 'last'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`quality.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          {value.map((caller) => (
            <tbody key={caller.e164}>
              <Row
                caller={caller}
                open={open === caller.e164}
                onToggle={() => setOpen(open === caller.e164 ? null : caller.e164)}
              />
              {open === caller.e164 && (
                <tr className="details">
                  <td colSpan={5}>
                    <Attach
                      caller={caller}
                      onCancel={() => setOpen(null)}
                      onDone={() => {
                        setOpen(null);
                        again();
                      }}
                    />
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      )}
    </>
  );
}

interface RowProps {
  readonly caller: UnmatchedCaller;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Row({ caller, open, onToggle }: RowProps) {
  const t = useTexts();
  const { moment } = useMoments();
  const known = new URLSearchParams({ number: caller.e164, name: caller.name });
  return (
    <tr data-testid="unmatched">
      <td>
        <PhoneNumber>{caller.display}</PhoneNumber>
      </td>
      <td>
        <Name>{caller.name}</Name>
      </td>
      <td className="figure">{count(caller.calls)}</td>
      <td className="figure">{moment(Date.parse(caller.last))}</td>
      <td className="col-acts">
        <Link href={`/customers/new?${known.toString()}`} className="button">
          {t('quality.create')}
        </Link>{' '}
        <button type="button" aria-expanded={open} onClick={onToggle}>
          {t('quality.attach')}
        </button>
      </td>
    </tr>
  );
}

interface AttachProps {
  readonly caller: UnmatchedCaller;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Attach({ caller, onDone, onCancel }: AttachProps) {
  const t = useTexts();
  const [whose, setWhose] = useState<Named | null>(null);
  return (
    <SmallForm
      label={t('quality.attach')}
      go={t('quality.attachNow')}
      fields={[]}
      onCancel={onCancel}
      onSend={async () => {
        if (whose !== null) {
          await addNumber(whose.id, caller.e164);
          onDone();
        }
      }}
    >
      <CustomerPicker label={t('quality.attachTo')} at="customer" value={whose} onChange={setWhose} />
    </SmallForm>
  );
}
