import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Because } from '../link/wire';
import { en, type Key } from './en';
import { fa } from './fa';

/** A language is one file of texts and one line here. */
const languages = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB', texts: en },
  fa: { name: 'فارسی', dir: 'rtl', locale: 'fa-IR-u-ca-persian', texts: fa },
} as const;

export type Language = keyof typeof languages;

export const languageNames: readonly (readonly [Language, string])[] = [
  ['en', languages.en.name],
  ['fa', languages.fa.name],
];

const KEPT = 'santral.language';

function isLanguage(text: string | null): text is Language {
  return text !== null && text in languages;
}

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) {
    return kept;
  }
  const wished = navigator.languages.map((language) => language.slice(0, 2)).find(isLanguage);
  return wished ?? 'en';
}

function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en';
}

/** BCP 47, with the calendar of its readers. */
export function locale(): string {
  return languages[currentLanguage()].locale;
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: first(),
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      Object.entries(languages).map(([code, language]) => [code, { translation: language.texts }]),
    ),
  });
  show(currentLanguage());
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  show(language);
}

function show(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].dir;
}

/** A reason as a sentence; one that this client does not know yet shows its name and its facts, never nothing. */
export function sentence(t: (key: Key, values?: Record<string, string>) => string, because: Because): string {
  const key = `rule.${because.rule}`;
  const facts = Object.fromEntries(because.facts.map((fact) => [fact.name, isolated(fact.value)]));
  if (key in en) {
    return t(key as Key, facts);
  }
  return [because.rule, ...because.facts.map((fact) => `${fact.name}: ${isolated(fact.value)}`)].join(' · ');
}

/** Text from elsewhere keeps its own direction inside a sentence (Unicode FSI … PDI). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
