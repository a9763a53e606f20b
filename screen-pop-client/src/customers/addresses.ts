import type { Address } from './wire';

/** As one writes it in a line; what is empty leaves no comma. */
export function inOneLine({ street, postalCode, city, region, country }: Address): string {
  return [street, [postalCode, city].filter(Boolean).join(' '), region, country ?? '']
    .filter((part) => part !== '')
    .join(', ');
}
