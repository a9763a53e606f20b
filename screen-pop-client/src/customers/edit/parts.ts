import type { Form } from '../form';

/** What each part of the form is given. */
export interface PartProps {
  readonly form: Form;
  readonly onChange: (change: Partial<Form>) => void;
}

/** The lines with one of them changed. */
export function changed<T extends { readonly key: string }>(
  lines: readonly T[],
  key: string,
  change: Partial<T>,
): readonly T[] {
  return lines.map((line) => (line.key === key ? { ...line, ...change } : line));
}

export function without<T extends { readonly key: string }>(lines: readonly T[], key: string): readonly T[] {
  return lines.filter((line) => line.key !== key);
}
