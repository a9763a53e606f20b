import { useTranslation } from 'react-i18next';
import { plain } from '../format/plain';
import type { Fault } from '../link/wire';
import en from '../texts/languages/en';
import { useTexts } from '../texts/use-texts';

/** A fault in the reader's words. English has the server's own sentence, which also names figures and the mend. */
export function useFault(): (fault: Fault) => string {
  const t = useTexts();
  const { i18n } = useTranslation();
  return ({ reason, detail }) => {
    const key = `fault.${reason}`;
    if (detail !== '' && (i18n.language === 'en' || !(key in en.texts))) {
      return plain(detail);
    }
    return key in en.texts ? t(key as 'fault.invalid') : plain(reason);
  };
}
