import { create } from 'zustand';

/** What a person wishes of this browser; kept in it. */
interface Preferences {
  /** A notification of the system for a call that rings while this tab is in the background. */
  readonly notify: boolean;
  /** A ring tone for the same. */
  readonly sound: boolean;
  /** Keys without Ctrl or Alt act. Some people's input tools press keys by themselves. */
  readonly keys: boolean;
}

const KEPT = 'santral.preferences';

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

export const usePreferences = create<Preferences>(() => ({
  notify: false,
  sound: false,
  keys: true,
  ...kept(),
}));

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  localStorage.setItem(KEPT, JSON.stringify(usePreferences.getState()));
}
