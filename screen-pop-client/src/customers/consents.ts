import type { Consent, ConsentAbout } from './wire';

/** The last word about each thing. */
export function lastWords(consents: readonly Consent[]): readonly Consent[] {
  const last = new Map<ConsentAbout, Consent>();
  for (const consent of consents) {
    const known = last.get(consent.about);
    if (known === undefined || Date.parse(consent.at) >= Date.parse(known.at)) {
      last.set(consent.about, consent);
    }
  }
  return [...last.values()];
}
