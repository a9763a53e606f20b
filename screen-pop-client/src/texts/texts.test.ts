import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from './language';
import en from './languages/en';

const languages = import.meta.glob<Language>('./languages/*.ts', { eager: true, import: 'default' });
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
const base = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

describe.each(Object.entries(languages))('the texts of %s', (_, { locale, texts }) => {
  it('have the same places to fill in as English', () => {
    // One and two may be said as words.
    const fillable = Object.entries<string>(texts).filter(([key]) => !/_(?:zero|one|two)$/.test(key));
    for (const [key, text] of fillable) {
      const original = key in en.texts ? key : `${base(key)}_other`;
      expect([key, placeholders(text)]).toEqual([
        key,
        placeholders(en.texts[original as keyof typeof en.texts]),
      ]);
    }
  });

  it('have all forms that the language counts with, and no other', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const counted = Object.keys(en.texts).filter((key) => key.endsWith('_other'));
    for (const key of counted.map(base)) {
      const written = Object.keys(texts).filter((one) => base(one) === key && one !== key);
      expect(written.sort()).toEqual(forms.map((form) => `${key}_${form}`).sort());
    }
  });

  it('are all there, and none is empty', () => {
    const wanted = new Set(Object.keys(en.texts).map(base));
    expect(new Set(Object.keys(texts).map(base))).toEqual(wanted);
    expect(Object.values<string>(texts).filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('English', () => {
  it('has a sentence for every rule of the model', () => {
    const rules = readFileSync(
      '../cti-server/call-model/src/main/java/org/santral/because/Rules.java',
      'utf8',
    );
    const names = [...rules.matchAll(/= "([a-z.-]+)"/g)].map((found) => `rule.${found[1] ?? ''}`);
    expect(names.length).toBeGreaterThan(20);
    expect(Object.keys(en.texts)).toEqual(expect.arrayContaining(names));
  });

  it('says of every condition word for word what the server writes into its log', () => {
    const file = readFileSync(
      '../cti-server/server/src/main/resources/org/santral/server/conditions/words.properties',
      'utf8',
    );
    const named = { what: 'condition', means: 'means', mend: 'mend' } as const;
    const server = [...file.matchAll(/^([a-z-]+)\.(what|means|mend)=(.*)$/gm)].map((found) => [
      `${named[found[2] as keyof typeof named]}.${found[1] ?? ''}`,
      found[3],
    ]);
    const ours = Object.entries(en.texts).filter(([key]) => /^(?:condition|means|mend)\./.test(key));
    expect(server.length).toBeGreaterThan(20);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(server));
  });

  it('has no text that nobody shows', () => {
    const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
      eager: true,
      query: '?raw',
      import: 'default',
    });
    const code = Object.entries(sources)
      .filter(([file]) => !file.includes('/languages/') && !file.includes('.test.'))
      .map(([, text]) => text)
      .join('\n');
    const unused = Object.keys(en.texts).filter((key) => {
      const family = key.startsWith('rule.') ? 'rule.' : key.slice(0, key.lastIndexOf('.') + 1);
      return !code.includes(`'${base(key)}'`) && !code.includes('`' + family + '${');
    });
    expect(unused).toEqual([]);
  });
});
