import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { count } from '../format/times';
import { useTexts } from '../texts/use-texts';
import { CustomerTable } from './CustomerTable';
import { FilterBar } from './FilterBar';
import { addressOf, filtersIn, type Filters } from './filters';
import { moveFocus } from './move-focus';
import { Tabs } from './Tabs';
import { useCustomers } from './use-customers';
import { useKeys } from '../frame/use-keys';
import './customers.css';

/** The book: everybody it knows, found by any part of what is known of them, in any script. */
export function Customers() {
  const t = useTexts();
  const [, go] = useLocation();
  const filters = filtersIn(useSearch());
  const [typed, setTyped] = useState(filters.q);
  const wanted = { ...filters, q: typed };
  const found = useCustomers(wanted);
  const address = addressOf(wanted);
  // The address follows what is typed, without a step of "back" for each letter.
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(null, '', address), 300);
    return () => clearTimeout(timer);
  }, [address]);
  const change = (some: Partial<Filters>) => go(addressOf({ ...wanted, ...some }), { replace: true });
  useKeys({
    Slash: () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
    KeyN: () => go('/customers/new'),
  });
  return (
    <div className="book">
      <Tabs />
      <h1 className="said">{t('nav.customers')}</h1>
      <header className="book-head">
        <input
          type="search"
          className="book-search"
          data-search
          data-testid="customer-search"
          dir="auto"
          maxLength={100}
          aria-label={t('customers.search')}
          placeholder={t('customers.searchHint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => moveFocus(event, '.row-link')}
        />
        <Link href="/customers/new" className="button primary">
          {t('customers.newPerson')} <kbd>N</kbd>
        </Link>
        <Link href="/customers/new?kind=COMPANY" className="button">
          {t('customers.newCompany')}
        </Link>
      </header>
      <FilterBar filters={wanted} onChange={change} />
      <Refusal failed={found.failed} />
      <p role="status" className="book-count faint">
        {found.answered && !found.asking && said(found.rows.length, found.next !== null)}
      </p>
      {found.rows.length > 0 && (
        <CustomerTable rows={found.rows} label={t('nav.customers')} busy={found.asking} />
      )}
      {found.next !== null && (
        <button type="button" className="more" onClick={found.more}>
          {t('customers.more')}
        </button>
      )}
    </div>
  );

  function said(rows: number, more: boolean): string {
    return rows === 0
      ? t('customers.none')
      : t(more ? 'customers.shown' : 'customers.found', { shown: count(rows) });
  }
}
