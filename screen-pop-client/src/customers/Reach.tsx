import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Name } from '../format/Isolated';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { ownFields } from './api';
import { CallLink } from './CallLink';
import { inOneLine } from './addresses';
import { lastWords } from './consents';
import type { CustomerNumber, FieldValue, FullCustomer, OwnField } from './wire';

/** How the customer is reached, what they allowed, and what else this site keeps of them. */
export function Reach({ customer }: { readonly customer: FullCustomer }) {
  const t = useTexts();
  const { moment } = useMoments();
  const defined = useLoaded(ownFields, '').value ?? [];
  const known = defined.filter((field) => customer.fields[field.name] !== undefined);
  const words = lastWords(customer.consents);
  return (
    <section className="panel reach">
      <h2>{t('customer.numbers')}</h2>
      {customer.numbers.length === 0 && <p className="faint">{t('customer.noNumbers')}</p>}
      <ul className="numbers">
        {customer.numbers.map((number) => (
          <li key={number.id}>
            <CallLink number={number} never={customer.doNotCall} />
            <span className="number-label">{number.label !== '' && <Name>{number.label}</Name>}</span>
            <Marks number={number} />
          </li>
        ))}
      </ul>
      <List title={t('customer.mails')}>
        {customer.mails.map((mail) => (
          <a key={mail} href={`mailto:${encodeURIComponent(mail)}`} dir="ltr">
            <Name>{mail}</Name>
          </a>
        ))}
      </List>
      <List title={t('customer.addresses')}>
        {customer.addresses.map((address) => (
          <span key={inOneLine(address)}>
            {address.label !== '' && (
              <small className="faint">
                <Name>{address.label}</Name>{' '}
              </small>
            )}
            <Name>{inOneLine(address)}</Name>
          </span>
        ))}
      </List>
      <List title={t('customer.consents')}>
        {words.map((consent) => (
          <span key={consent.about} className="consent-word">
            {t(`consent.${consent.about}`)}
            <span className={consent.given ? 'badge badge-good' : 'badge badge-bad'}>
              {t(consent.given ? 'consent.given' : 'consent.refused')}
            </span>
            <small className="faint">
              {moment(Date.parse(consent.at))} {consent.remark !== '' && <Name>{consent.remark}</Name>}
            </small>
          </span>
        ))}
      </List>
      {known.length > 0 && (
        <>
          <h2>{t('customer.fields')}</h2>
          <dl className="own-fields">
            {known.map((field) => (
              <div key={field.name}>
                <dt>
                  <Name>{field.label}</Name>
                </dt>
                <dd>
                  <Value field={field} value={customer.fields[field.name] ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="faint small">
        {customer.source !== null && (
          <>
            {t('customer.keptIn')} <Name>{`${customer.source} ${customer.sourceKey ?? ''}`}</Name>
            <br />
          </>
        )}
        {t('customer.changedAt', { time: moment(Date.parse(customer.changedAt ?? customer.createdAt)) })}
      </p>
    </section>
  );
}

function List({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) {
    return null;
  }
  return (
    <>
      <h2>{title}</h2>
      <ul className="reach-list">
        {children.map((child, index) => (
          <li key={index}>{child}</li>
        ))}
      </ul>
    </>
  );
}

function Marks({ number }: { readonly number: CustomerNumber }) {
  const t = useTexts();
  return (
    <span className="marks">
      {number.e164 === null && <span className="badge badge-bad">{t('customer.invalid')}</span>}
      {number.moved && <span className="badge badge-bad">{t('customer.moved')}</span>}
      {number.sharedWith.length > 0 && (
        <details className="shared">
          <summary>
            <span className="badge">{t('customer.shared')}</span>
          </summary>
          <ul>
            {number.sharedWith.map((other) => (
              <li key={other.id}>
                <Link href={`/customers/${other.id}`}>
                  <Name>{other.name}</Name>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}

function Value({ field, value }: { readonly field: OwnField; readonly value: FieldValue }) {
  const t = useTexts();
  return field.kind === 'YES_NO' ? (
    t(value === true ? 'forms.yes' : 'forms.no')
  ) : (
    <Name>{String(value)}</Name>
  );
}
