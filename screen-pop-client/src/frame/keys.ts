import { usePreferences } from './preferences';

/** So long after the last letter somebody may still be typing into a field that has gone with its card. */
const TYPES_ON_MILLIS = 1500;
let field: { readonly element: HTMLElement; readonly at: number } | null = null;

addEventListener(
  'keydown',
  (event) => {
    if (isField(event.target)) {
      const isDone = event.key === 'Enter' || event.key === 'Escape';
      field = isDone ? null : { element: event.target, at: event.timeStamp };
    } else if (field !== null && typesOn(event)) {
      field = { ...field, at: event.timeStamp };
    }
  },
  true,
);

/** A key that means an action: alone, pressed once, by somebody who wants it, outside of fields and dialogs. */
export function isAction(event: KeyboardEvent): boolean {
  const withOthers = event.ctrlKey || event.metaKey || event.altKey;
  const covered = document.querySelector('dialog[open]') !== null;
  return (
    usePreferences.getState().keys &&
    !isField(event.target) &&
    !typesOn(event) &&
    !withOthers &&
    !event.repeat &&
    !covered
  );
}

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, select, textarea');

/** The rest of a word must not hang up because the card it was written on left meanwhile. */
const typesOn = (event: KeyboardEvent): boolean =>
  field !== null && !field.element.isConnected && event.timeStamp - field.at < TYPES_ON_MILLIS;
