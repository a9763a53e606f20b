import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language';
import en from './languages/en';

/** English comes with the page, as what every other language falls back to; the others are fetched when wished for. */
const files = import.meta.glob<Language>(['./languages/*.ts', '!./languages/en.ts'], { import: 'default' });
const loaded = new Map<string, Language>([['en', en]]);
const KEPT = 'santral.language';

/** Each language in its own words: `['fa', 'فارسی']`. */
export const languageNames: readonly (readonly [string, string])[] = [
  'en',
  ...Object.keys(files).map((file) => file.slice('./languages/'.length, -'.ts'.length)),
].map((code) => [code, ownName(code)]);

function ownName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

const isSpoken = (code: string | null): code is string => languageNames.some(([known]) => known === code);

function first(): string {
  const kept = localStorage.getItem(KEPT);
  return isSpoken(kept) ? kept : (navigator.languages.map((wish) => wish.slice(0, 2)).find(isSpoken) ?? 'en');
}

function current(): Language {
  return loaded.get(i18next.language) ?? en;
}

/** BCP 47, with the calendar and the digits of its readers. */
export function locale(): string {
  return current().locale;
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: en.texts } },
  });
  await show(first());
}

export async function speak(code: string): Promise<void> {
  localStorage.setItem(KEPT, code);
  await show(code);
}

async function show(code: string): Promise<void> {
  const language = loaded.get(code) ?? (await files[`./languages/${code}.ts`]?.());
  if (language === undefined) {
    throw new Error(`there is no language ${code}`);
  }
  loaded.set(code, language);
  i18next.addResourceBundle(code, 'translation', language.texts);
  document.documentElement.lang = code;
  document.documentElement.dir = language.dir;
  await i18next.changeLanguage(code);
}
