import { PhoneNumber } from '../format/Isolated';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import type { ListedNumber } from './wire';

interface Props {
  readonly number: ListedNumber;
  /** Whoever wished not to be called is not called by a slip of the hand. */
  readonly never: boolean;
}

/** A number that this machine's phone program dials; one that is no number of any country is only shown. */
export function CallLink({ number, never }: Props) {
  const t = useTexts();
  const { e164, extension, display } = number;
  const shown = display === '' ? number.raw : display;
  const said = (
    <>
      <PhoneNumber>{shown}</PhoneNumber>
      {extension !== null && (
        <small className="extension">
          {t('customer.extension')} <PhoneNumber>{extension}</PhoneNumber>
        </small>
      )}
    </>
  );
  if (e164 === null || never) {
    return <span>{said}</span>;
  }
  return (
    <a
      className="call-link"
      href={`tel:${e164}${extension === null ? '' : `;ext=${extension}`}`}
      title={t('customer.callThis', { number: isolated(shown) })}
    >
      {said}
    </a>
  );
}
