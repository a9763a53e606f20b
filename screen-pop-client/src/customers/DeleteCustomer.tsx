import { useRef } from 'react';
import { useLocation } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import { deleteCustomer } from './api';
import type { FullCustomer } from './wire';

/** Asked twice, since nothing brings a deleted customer back. */
export function DeleteCustomer({ customer }: { readonly customer: FullCustomer }) {
  const t = useTexts();
  const [, go] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const { sending, failed, send } = useSending();
  const remove = () =>
    void send(async () => {
      await deleteCustomer(customer.id, customer.version);
      go('/customers', { replace: true });
    });
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {t('customer.delete')}
      </button>
      <dialog ref={dialog} className="sheet" aria-labelledby="delete-title">
        <h2 id="delete-title">{t('customer.deleteWhom', { name: isolated(customer.name) })}</h2>
        <p>{t('customer.deleteMeans')}</p>
        <Refusal failed={failed} />
        <div className="form-end">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('forms.cancel')}
          </button>
          <button type="button" className="danger" disabled={sending} onClick={remove}>
            {t('customer.deleteNow')}
          </button>
        </div>
      </dialog>
    </>
  );
}
