import { useTranslation } from 'react-i18next';
import type { Translate } from './language';

export function useTexts(): Translate {
  const { t } = useTranslation();
  return (key, values) => t(key, values ?? {});
}
