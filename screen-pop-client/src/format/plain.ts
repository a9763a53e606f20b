/**
 * Text from callers without what turns text round or hides it: direction overrides, isolates, marks and control
 * characters. A name that ends in `\u202Egnp.exe` must not read as a picture, nor turn the rest of the sentence.
 */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Text from elsewhere keeps its own direction inside a sentence (Unicode FSI … PDI). */
export function isolated(text: string): string {
  return `\u2068${plain(text)}\u2069`;
}
