import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { isolated } from '../format/plain';
import { useKeys } from '../frame/use-keys';
import { useStore } from '../link/store';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { AccessLog } from './AccessLog';
import { customer } from './api';
import { CustomerForm } from './CustomerForm';
import { CustomerHead } from './CustomerHead';
import { formOf } from './form';
import { People } from './People';
import { Reach } from './Reach';
import { mayManage } from './tabs';
import { Tabs } from './Tabs';
import { Doing } from './timeline/Doing';
import { Timeline } from './timeline/Timeline';
import type { FullCustomer } from './wire';
import './customers.css';

/** One customer, person or company: who it is, how it is reached, all that was said and promised. */
export function CustomerPage({ id }: { readonly id: string }) {
  const t = useTexts();
  const { value, failed, again, replace } = useLoaded(customer, id);
  return (
    <div className="book">
      <Tabs />
      {value === null && <h1 className="said">{t('nav.customers')}</h1>}
      <Refusal failed={failed} />
      {value?.mergedInto != null && (
        <p className="banner" role="status">
          {t('customer.mergedInto', { name: isolated(value.name) })}{' '}
          <Link href={`/customers/${value.mergedInto}`}>{t('customer.openMerged')}</Link>
        </p>
      )}
      {value !== null && <Shown key={value.id} value={value} onChange={replace} onAgain={again} />}
    </div>
  );
}

interface Props {
  readonly value: FullCustomer;
  readonly onChange: (value: FullCustomer) => void;
  readonly onAgain: () => void;
}

function Shown({ value, onChange, onAgain }: Props) {
  const t = useTexts();
  const [, go] = useLocation();
  const [editing, setEditing] = useState(new URLSearchParams(useSearch()).has('edit'));
  // Counted up by whatever adds to the time line: it is read anew.
  const [told, setTold] = useState(0);
  const roles = useStore((store) => store.me?.roles ?? []);
  useKeys({
    KeyE: () => setEditing(true),
    Slash: () => go('/customers'),
  });
  if (editing) {
    return (
      <>
        <h1>{t('customer.editing', { name: isolated(value.name) })}</h1>
        <CustomerForm
          start={formOf(value)}
          known={value}
          onCancel={() => {
            setEditing(false);
            onAgain();
          }}
          onSaved={(saved) => {
            setEditing(false);
            onChange(saved);
            onAgain();
          }}
        />
      </>
    );
  }
  return (
    <div className="customer" data-testid="customer" data-customer={value.id}>
      <CustomerHead customer={value} onEdit={() => setEditing(true)} />
      <div className="customer-side">
        <Reach customer={value} />
        {value.kind === 'COMPANY' && <People company={value.id} />}
        {mayManage(roles) && <AccessLog id={value.id} />}
      </div>
      <div className="customer-main">
        <Doing customer={value} onDone={() => setTold(told + 1)} />
        <Timeline key={told} id={value.id} />
      </div>
    </div>
  );
}
