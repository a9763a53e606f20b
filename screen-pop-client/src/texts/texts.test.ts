import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fa } from './fa';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();

describe('the texts', () => {
  it('have the same places to fill in every language', () => {
    for (const [key, text] of Object.entries(en)) {
      expect([key, placeholders(fa[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
    }
  });

  it('have a sentence for every rule of the model', () => {
    const rules = readFileSync(
      '../cti-server/call-model/src/main/java/org/santral/because/Rules.java',
      'utf8',
    );
    const names = [...rules.matchAll(/= "([a-z.-]+)"/g)].map((found) => `rule.${found[1] ?? ''}`);
    expect(names.length).toBeGreaterThan(20);
    expect(Object.keys(en)).toEqual(expect.arrayContaining(names));
  });
});
