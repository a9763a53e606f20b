import type { Address, ConsentAbout, CustomerBody, CustomerKind, FieldValue, FullCustomer } from './wire';
import type { Named } from './named';

/** A customer while somebody writes it down: what is empty is an empty text, and every line has a key of its own. */
export interface Form {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly sayAs: string;
  readonly company: Named | null;
  readonly segment: string;
  readonly owner: string;
  readonly language: string;
  readonly warning: string;
  readonly doNotCall: boolean;
  readonly numbers: readonly NumberLine[];
  readonly mails: readonly MailLine[];
  readonly addresses: readonly AddressLine[];
  readonly tags: readonly string[];
  readonly consents: readonly ConsentLine[];
  readonly fields: Readonly<Record<string, FieldValue>>;
}
interface Line {
  readonly key: string;
}
export interface NumberLine extends Line {
  readonly id: number | null;
  readonly raw: string;
  readonly extension: string;
  readonly label: string;
  readonly moved: boolean;
}
export interface MailLine extends Line {
  readonly address: string;
}
export type AddressLine = Line & Omit<Address, 'country'> & { readonly country: string };
export interface ConsentLine extends Line {
  readonly about: ConsentAbout;
  readonly given: boolean;
  readonly at: string | null;
  readonly by: string | null;
  readonly remark: string;
}

let made = 0;
export const newKey = (): string => `new-${++made}`;

export const emptyForm = (kind: CustomerKind): Form => ({
  kind,
  name: '',
  sayAs: '',
  company: null,
  segment: '',
  owner: '',
  language: '',
  warning: '',
  doNotCall: false,
  numbers: [newNumber()],
  mails: [],
  addresses: [],
  tags: [],
  consents: [],
  fields: {},
});

export const newNumber = (raw = ''): NumberLine => ({
  key: newKey(),
  id: null,
  raw,
  extension: '',
  label: '',
  moved: false,
});
export const newAddress = (): AddressLine => ({
  key: newKey(),
  label: '',
  street: '',
  postalCode: '',
  city: '',
  region: '',
  country: '',
});

export function formOf(customer: FullCustomer): Form {
  return {
    kind: customer.kind,
    name: customer.name,
    sayAs: customer.sayAs ?? '',
    company: customer.company,
    segment: customer.segment ?? '',
    owner: customer.owner?.login ?? '',
    language: customer.language ?? '',
    warning: customer.warning ?? '',
    doNotCall: customer.doNotCall,
    numbers: customer.numbers.map(({ id, raw, extension, label, moved }) => ({
      key: `number-${id}`,
      id,
      raw,
      extension: extension ?? '',
      label,
      moved,
    })),
    mails: customer.mails.map((address) => ({ key: address, address })),
    addresses: customer.addresses.map((address, index) => ({
      ...address,
      key: `address-${index}`,
      country: address.country ?? '',
    })),
    tags: customer.tags,
    consents: customer.consents.map((consent, index) => ({ ...consent, key: `consent-${index}` })),
    fields: customer.fields,
  };
}

/**
 * What is sent. Lines that were added and never written in are left out: `tidied` first, so that a fault at `numbers[0]`
 * finds its line.
 */
export function bodyOf(form: Form, source: Pick<FullCustomer, 'source' | 'sourceKey'> | null): CustomerBody {
  return {
    kind: form.kind,
    name: form.name.trim(),
    sayAs: orNull(form.sayAs),
    company: form.kind === 'PERSON' && form.company !== null ? { id: form.company.id } : null,
    segment: orNull(form.segment),
    owner: form.owner === '' ? null : { login: form.owner },
    language: orNull(form.language),
    warning: orNull(form.warning),
    doNotCall: form.doNotCall,
    numbers: form.numbers.filter(isWritten).map(({ id, raw, extension, label, moved }) => ({
      id,
      raw,
      extension: orNull(extension),
      label: label.trim(),
      moved,
    })),
    mails: form.mails.map((mail) => mail.address.trim()).filter((address) => address !== ''),
    addresses: form.addresses.filter(isAddressWritten).map((line) => ({
      label: line.label.trim(),
      street: line.street.trim(),
      postalCode: line.postalCode.trim(),
      city: line.city.trim(),
      region: line.region.trim(),
      country: orNull(line.country),
    })),
    tags: form.tags,
    consents: form.consents.map(({ about, given, at, by, remark }) => ({
      about,
      given,
      at,
      by,
      remark: remark.trim(),
    })),
    fields: Object.fromEntries(Object.entries(form.fields).filter(([, value]) => value !== '')),
    source: source?.source ?? null,
    sourceKey: source?.sourceKey ?? null,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const isWritten = (line: NumberLine): boolean => line.raw.trim() !== '' || line.id !== null;
const isAddressWritten = (line: AddressLine): boolean =>
  [line.label, line.street, line.postalCode, line.city, line.region, line.country].some(
    (text) => text.trim() !== '',
  );

/** The form without the lines that are not sent: places in the server's answer and on the screen are then the same. */
export function tidied(form: Form): Form {
  return {
    ...form,
    numbers: form.numbers.filter(isWritten),
    mails: form.mails.filter((mail) => mail.address.trim() !== ''),
    addresses: form.addresses.filter(isAddressWritten),
  };
}

/** The places that the form has a control for. */
export function placesOf(form: Form, ownFields: readonly string[]): readonly string[] {
  const flat = ['name', 'sayAs', 'company', 'company.id', 'segment', 'owner', 'language', 'warning', 'tags'];
  return [
    ...flat,
    ...form.numbers.flatMap((_, at) => ['raw', 'extension', 'label'].map((part) => `numbers[${at}].${part}`)),
    ...form.mails.map((_, at) => `mails[${at}]`),
    ...form.addresses.flatMap((_, at) =>
      ['label', 'street', 'postalCode', 'city', 'region', 'country'].map(
        (part) => `addresses[${at}].${part}`,
      ),
    ),
    ...form.consents.map((_, at) => `consents[${at}].remark`),
    ...ownFields.map((name) => `fields.${name}`),
  ];
}
