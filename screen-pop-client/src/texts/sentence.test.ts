import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { isolated } from '../format/plain';
import type { Translate } from './language';
import en from './languages/en';
import { sentence } from './sentence';

const naming = {
  person: (login: string) => (login === 'leila' ? 'Leila Karimi' : login),
  label: (name: string) => (name === 'sales' ? 'Sales' : name),
  moment: (at: number) => new Date(at).toISOString().slice(11, 19),
};

describe('a reason', () => {
  let t: Translate;

  beforeAll(async () => {
    const resources = { en: { translation: en.texts } };
    const translated: TFunction = await i18next.createInstance().init({
      lng: 'en',
      keySeparator: false,
      nsSeparator: false,
      resources,
      interpolation: { escapeValue: false },
    });
    t = (key, values) => translated(key, values ?? {});
  });

  it('is a sentence with the names that the site uses', () => {
    const facts = [
      { name: 'owner', value: 'leila' },
      { name: 'state', value: 'NOT_READY' },
    ];
    expect(sentence(t, naming, { rule: 'route.owner-away', facts })).toBe(
      `The owner ${isolated('Leila Karimi')} cannot be tried now (${isolated('Pause')}).`,
    );
  });

  it('tells moments by the clock on the wall', () => {
    const facts = [
      { name: 'since', value: '2026-11-21T19:00:00.300Z' },
      { name: 'reason', value: 'closed' },
    ];
    expect(sentence(t, naming, { rule: 'unknown.link-away', facts })).toContain(isolated('19:00:00'));
  });

  it('that nobody knows yet shows its name and its facts', () => {
    const facts = [{ name: 'queue', value: 'sales' }];
    expect(sentence(t, naming, { rule: 'later.rule', facts })).toBe(
      `\u2066later.rule · queue: ${isolated('Sales')}\u2069`,
    );
  });

  it('keeps what a caller wrote as text', () => {
    const facts = [{ name: 'number', value: '<b>{{extension}}</b>' }];
    expect(sentence(t, naming, { rule: 'match.none', facts })).toContain('<b>{{extension}}</b>');
  });
});
