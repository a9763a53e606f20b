import { usePreferences } from './preferences';

/** A key that means an action: alone, pressed once, by somebody who wants it, outside of fields and dialogs. */
export function isAction(event: KeyboardEvent): boolean {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
  const withOthers = event.ctrlKey || event.metaKey || event.altKey;
  const covered = document.querySelector('dialog[open]') !== null;
  return usePreferences.getState().keys && !typing && !withOthers && !event.repeat && !covered;
}
