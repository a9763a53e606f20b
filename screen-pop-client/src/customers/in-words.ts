import type { Translate } from '../texts/language';
import type { Part } from './conflict';
import type { Form } from './form';

/** One part of a customer as a line of text, for putting two versions side by side. */
export function inWords(form: Form, part: Part, t: Translate): string {
  const text = written(form, part, t);
  return text === '' ? t('forms.nothing') : text;
}

function written(form: Form, part: Part, t: Translate): string {
  switch (part) {
    case 'name':
    case 'sayAs':
    case 'segment':
    case 'owner':
    case 'language':
    case 'warning':
      return form[part];
    case 'company':
      return form.company?.name ?? '';
    case 'doNotCall':
      return t(form.doNotCall ? 'forms.yes' : 'forms.no');
    case 'numbers':
      return form.numbers
        .map(({ raw, extension, label, moved }) =>
          [raw, extension === '' ? '' : `×${extension}`, label, moved ? t('customer.moved') : '']
            .filter((one) => one !== '')
            .join(' '),
        )
        .join(' · ');
    case 'mails':
      return form.mails.map((mail) => mail.address).join(' · ');
    case 'addresses':
      return form.addresses
        .map(({ label, street, postalCode, city, region, country }) =>
          [label, street, postalCode, city, region, country].filter((one) => one !== '').join(', '),
        )
        .join(' · ');
    case 'tags':
      return form.tags.join(' · ');
    case 'consents':
      return form.consents
        .map(
          ({ about, given }) => `${t(`consent.${about}`)}: ${t(given ? 'consent.given' : 'consent.refused')}`,
        )
        .join(' · ');
    case 'fields':
      return Object.entries(form.fields)
        .map(([name, value]) => `${name}: ${value}`)
        .join(' · ');
  }
}
