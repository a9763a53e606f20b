import type { Recording } from '../link/wire';
import { useTexts } from '../texts/use-texts';

const words = {
  empty: 'tapeTrouble.empty',
  'no-wav': 'tapeTrouble.no-wav',
  'not-closed': 'tapeTrouble.not-closed',
  cut: 'tapeTrouble.cut',
  short: 'tapeTrouble.short',
  gone: 'tapeTrouble.gone',
  unnamed: 'tapeTrouble.unnamed',
  unreadable: 'tapeTrouble.unreadable',
} as const;

/** What is wrong with a recording and what mends it, in a sentence. */
export function useTrouble(): (recording: Recording) => string {
  const t = useTexts();
  return ({ state, trouble }) => {
    const word = Object.entries(words).find(([name]) => name === trouble)?.[1];
    return t(word ?? (state === 'ORPHANED' ? 'tapeTrouble.orphan' : 'tapeTrouble.gone'));
  };
}
