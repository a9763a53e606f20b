import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { Faults } from '../forms/Field';
import { faultsOf } from '../forms/faults';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Refused } from '../link/http';
import { useLoaded } from '../link/use-loaded';
import { newRequestKey } from '../link/request-key';
import { useTexts } from '../texts/use-texts';
import { AddressesEdit } from './edit/AddressesEdit';
import { ConsentsEdit } from './edit/ConsentsEdit';
import { MailsEdit } from './edit/MailsEdit';
import { NumbersEdit } from './edit/NumbersEdit';
import { OwnFieldsEdit } from './edit/OwnFieldsEdit';
import { TagsEdit } from './edit/TagsEdit';
import { WhoEdit } from './edit/WhoEdit';
import { addCustomer, customer, ownFields, writeCustomer } from './api';
import { Conflict } from './Conflict';
import { bodyOf, formOf, placesOf, tidied, type Form } from './form';
import type { FullCustomer } from './wire';
import './edit/edit.css';

interface Props {
  readonly start: Form;
  /** What is changed; null for somebody new. */
  readonly known: FullCustomer | null;
  readonly onSaved: (customer: FullCustomer) => void;
  readonly onCancel: () => void;
}

/** All of a customer as one form: saved as a whole, and every fault stands at its field. */
export function CustomerForm({ start, known, onSaved, onCancel }: Props) {
  const t = useTexts();
  const [form, setForm] = useState(start);
  const [base, setBase] = useState(known);
  const [theirs, setTheirs] = useState<FullCustomer | null>(null);
  const { sending, failed, send } = useSending();
  const own = useLoaded(ownFields, '').value ?? [];
  const once = useRef('');
  const place = useRef<HTMLFormElement>(null);
  const save = async (written: Form, over: FullCustomer | null) => {
    const tidy = tidied(written);
    setForm(tidy);
    const done = await send(async () => {
      const body = bodyOf(tidy, over);
      try {
        if (over === null) {
          once.current ||= newRequestKey();
          onSaved(await addCustomer(body, once.current));
        } else {
          onSaved(await writeCustomer(over.id, over.version, body));
        }
      } catch (error) {
        if (error instanceof Refused && error.status === 412 && over !== null) {
          setTheirs(await customer(String(over.id)));
          return;
        }
        // What was refused is written anew, and that is another request.
        once.current = error instanceof Refused ? '' : once.current;
        throw error;
      }
    });
    if (!done) {
      setTimeout(() => place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save(form, base);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(form, base);
    } else if (event.key === 'Escape' && JSON.stringify(form) === JSON.stringify(start)) {
      onCancel();
    }
  };
  const change = (some: Partial<Form>) => setForm((before) => ({ ...before, ...some }));
  const parts = { form, onChange: change };
  const places = placesOf(
    form,
    own.map((field) => field.name),
  );
  return (
    <Faults value={faultsOf(failed)}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={place}
        className="customer-form panel"
        data-testid="customer-form"
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        {theirs !== null && base !== null && (
          <Conflict
            base={formOf(base)}
            mine={form}
            theirs={formOf(theirs)}
            onSettled={(settled) => {
              setBase(theirs);
              setTheirs(null);
              void save(settled, theirs);
            }}
          />
        )}
        <Refusal failed={failed} fields={places} />
        <WhoEdit {...parts} />
        <NumbersEdit {...parts} />
        <MailsEdit {...parts} />
        <AddressesEdit {...parts} />
        <TagsEdit {...parts} />
        <ConsentsEdit {...parts} />
        <OwnFieldsEdit {...parts} defined={own} />
        <div className="form-end">
          <button type="submit" className="primary" disabled={sending || theirs !== null}>
            {t(sending ? 'forms.saving' : 'forms.save')} <kbd>Ctrl ⏎</kbd>
          </button>
          <button type="button" onClick={onCancel}>
            {t('forms.cancel')}
          </button>
        </div>
      </form>
    </Faults>
  );
}
