import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useTexts } from '../texts/use-texts';
import { CustomerForm } from './CustomerForm';
import { emptyForm, newNumber } from './form';
import { Tabs } from './Tabs';
import './customers.css';

/** Somebody who is not in the book yet; `?number=` and `?name=` are known already where a caller is taken in. */
export function NewCustomer() {
  const t = useTexts();
  const [, go] = useLocation();
  const given = new URLSearchParams(useSearch());
  const kind = given.get('kind') === 'COMPANY' ? 'COMPANY' : 'PERSON';
  const [start] = useState({
    ...emptyForm(kind),
    name: given.get('name') ?? '',
    numbers: [newNumber(given.get('number') ?? '')],
  });
  return (
    <div className="book">
      <Tabs />
      <h1>{t(kind === 'COMPANY' ? 'customers.newCompany' : 'customers.newPerson')}</h1>
      <CustomerForm
        key={kind}
        start={{ ...start, kind }}
        known={null}
        onCancel={() => go('/customers')}
        onSaved={(saved) => go(`/customers/${saved.id}`, { replace: true })}
      />
    </div>
  );
}
