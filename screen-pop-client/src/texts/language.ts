import type { Key } from './languages/en';

type Counted = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
type Plural = 'zero' | 'one' | 'two' | 'few' | 'many';

/** All texts of a language: every key, and for a counted one the forms that the language has. */
export type Texts = Readonly<
  Record<Exclude<Key, `${Counted}_${Plural}`>, string> & Partial<Record<`${Counted}_${Plural}`, string>>
>;

/** Adding a language is one file of this shape in the folder `languages`, named by its code. */
export interface Language {
  readonly dir: 'ltr' | 'rtl';
  /** BCP 47, with the calendar and the digits of its readers. */
  readonly locale: string;
  readonly texts: Texts;
}

/** A key of a text; for a counted one without its form. */
export type Asked = Exclude<Key, `${Counted}_${Plural | 'other'}`> | Counted;
export type Translate = (key: Asked, values?: Readonly<Record<string, string | number>>) => string;
