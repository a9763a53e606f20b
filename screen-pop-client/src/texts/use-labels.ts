import { useTranslation } from 'react-i18next';
import { useStore } from '../link/store';

/** What a queue or a dialled number is called in the reader's language, else as the server called it. */
export function useLabels(): (name: string, called: string | null) => string {
  const labels = useStore((store) => store.live.labels);
  const { i18n } = useTranslation();
  return (name, called) => labels[name]?.[i18n.language] ?? called ?? labels[name]?.[''] ?? name;
}
