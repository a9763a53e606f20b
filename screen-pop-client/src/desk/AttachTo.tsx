import { useEffect, useRef, type KeyboardEvent } from 'react';
import { addNumber } from '../customers/add-number';
import { CustomerPicker } from '../customers/CustomerPicker';
import type { Named } from '../customers/named';
import { Faults } from '../forms/Field';
import { faultsOf } from '../forms/faults';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { numberToKeep } from '../link/state';
import { attach, choose } from '../link/store';
import { setWork, type Work } from '../link/work';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { toHeading } from './to-heading';
import '../customers/edit/edit.css';

interface Props {
  readonly pop: Pop;
  readonly work: Extract<Work, { kind: 'attach' }>;
  readonly onCancel: () => void;
}

/** The number is given to a customer we have: found as one types, chosen with one click. */
export function AttachTo({ pop, work, onCancel }: Props) {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const { sending, failed, send } = useSending();
  useEffect(() => {
    const field = place.current?.querySelector('input');
    field?.focus();
    // The name of the network is a guess: the first letter takes its place.
    field?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onCancel();
    }
  };
  const give = (to: Named) =>
    void send(async () => {
      const candidates = pop.lookUp?.type === 'found' ? pop.lookUp.candidates : [];
      const known = candidates.some(({ customer }) => customer.id === to.id);
      if (!known) {
        await addNumber(to.id, numberToKeep(pop));
      }
      setWork(pop.call, { kind: 'done', name: to.name });
      toHeading(pop.call);
      void (known ? choose : attach)(pop.call, to.id);
    });
  return (
    <Faults value={faultsOf(failed)}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={place} className="attach-to" aria-busy={sending} onKeyDown={onKeyDown}>
        <CustomerPicker
          label={t('card.attachTo')}
          at="customer"
          value={null}
          search={{ typed: work.typed, onTyped: (typed) => setWork(pop.call, { kind: 'attach', typed }) }}
          onChange={(to) => {
            if (to !== null) {
              give(to);
            }
          }}
        />
        <Refusal failed={failed} />
      </div>
    </Faults>
  );
}
