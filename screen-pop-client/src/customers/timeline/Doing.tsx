import { useState } from 'react';
import { OpenCase } from '../../cases/OpenCase';
import { useKeys } from '../../frame/use-keys';
import { useTexts } from '../../texts/use-texts';
import type { FullCustomer } from '../wire';
import { AddCallBack } from './AddCallBack';
import { AddNote } from './AddNote';

interface Props {
  readonly customer: FullCustomer;
  readonly onDone: () => void;
}

type Doings = 'note' | 'callBack' | 'case';
const keys: Readonly<Record<Doings, string>> = { note: 'M', callBack: 'B', case: 'C' };

/** What is written down while one talks: a note, a promise to call back, a case. One form at a time. */
export function Doing({ customer, onDone }: Props) {
  const t = useTexts();
  const [what, setWhat] = useState<Doings | null>(null);
  const done = () => {
    setWhat(null);
    onDone();
  };
  const toggle = (one: Doings) => setWhat((before) => (before === one ? null : one));
  useKeys({
    KeyM: () => toggle('note'),
    KeyB: () => toggle('callBack'),
    KeyC: () => toggle('case'),
  });
  const shared = { customer, onDone: done, onCancel: () => setWhat(null) };
  return (
    <section className="doing">
      <div className="doing-what">
        {(['note', 'callBack', 'case'] as const).map((one) => (
          <button key={one} type="button" aria-expanded={what === one} onClick={() => toggle(one)}>
            {t(`doing.${one}`)} <kbd>{keys[one]}</kbd>
          </button>
        ))}
      </div>
      {what === 'note' && <AddNote {...shared} />}
      {what === 'callBack' && <AddCallBack {...shared} />}
      {what === 'case' && <OpenCase {...shared} />}
    </section>
  );
}
