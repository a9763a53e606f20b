import { isolated, plain } from '../format/plain';
import { languageName } from '../format/times';
import type { Translate } from '../texts/language';
import type { Part } from './conflict';
import type { Form } from './form';

/** One part of a customer as a line of text, for putting two versions side by side. Each piece keeps its own direction. */
export function inWords(form: Form, part: Part, t: Translate): string {
  const pieces = piecesOf(form, part, t).filter((piece) => piece !== '');
  return pieces.length === 0 ? t('forms.nothing') : pieces.join(' · ');
}

function piecesOf(form: Form, part: Part, t: Translate): readonly string[] {
  switch (part) {
    case 'name':
    case 'sayAs':
    case 'segment':
    case 'owner':
    case 'warning':
      return [isolatedIfAny(form[part])];
    case 'language':
      return form.language === '' ? [] : [languageName(form.language)];
    case 'company':
      return [isolatedIfAny(form.company?.name ?? '')];
    case 'doNotCall':
      return [t(form.doNotCall ? 'forms.yes' : 'forms.no')];
    case 'numbers':
      return form.numbers.map(({ raw, extension, label, moved }) =>
        [
          `\u2066${plain(raw)}${extension === '' ? '' : ` ×${plain(extension)}`}\u2069`,
          isolatedIfAny(label),
          moved ? t('customer.moved') : '',
        ]
          .filter((piece) => piece !== '')
          .join(' '),
      );
    case 'mails':
      return form.mails.map((mail) => isolated(mail.address));
    case 'addresses':
      return form.addresses.map(({ label, street, postalCode, city, region, country }) =>
        isolated([label, street, postalCode, city, region, country].filter((one) => one !== '').join(', ')),
      );
    case 'tags':
      return form.tags.map(isolated);
    case 'consents':
      return form.consents.map(
        ({ about, given }) => `${t(`consent.${about}`)}: ${t(given ? 'consent.given' : 'consent.refused')}`,
      );
    case 'fields':
      return Object.entries(form.fields).map(
        ([name, value]) => `${isolated(name)}: ${isolated(String(value))}`,
      );
  }
}

const isolatedIfAny = (text: string): string => (text === '' ? '' : isolated(text));
