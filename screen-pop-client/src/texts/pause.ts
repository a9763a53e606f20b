import { useTexts } from './use-texts';

export const pauseReasons = ['break', 'lunch', 'training', 'paperwork'] as const;

/** Why one is paused without having wished it. */
const others = ['exchange'] as const;

/** Reasons that this client knows in the reader's language; another program's own words as they are. */
export function usePauseReason(): (reason: string) => string {
  const t = useTexts();
  return (reason) => {
    const known = [...pauseReasons, ...others].find((one) => one === reason);
    return known === undefined ? reason : t(`pause.${known}`);
  };
}
