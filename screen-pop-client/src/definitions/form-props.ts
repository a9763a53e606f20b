export interface FormProps<T> {
  /** Null for a new one. */
  readonly one: T | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What was typed as a number; what is none stays as it is, for the server to say so. Empty is null. */
export function numberOf(text: string): number | string | null {
  const plain = text.trim();
  if (plain === '') {
    return null;
  }
  return Number.isNaN(Number(plain)) ? plain : Number(plain);
}
