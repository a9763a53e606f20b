import { useTranslation } from 'react-i18next';
import type { Key } from './en';

/** Keys without the plural's ending, too: `desk.waiting`. */
type Asked = Key | (Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never);

export function useTexts(): (key: Asked, values?: Record<string, string | number>) => string {
  const { t } = useTranslation();
  return (key, values) => t(key, values ?? {});
}
