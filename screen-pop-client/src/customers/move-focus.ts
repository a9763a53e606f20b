import type { KeyboardEvent } from 'react';

/** From the field above a list, or from one of its links, to the link before or after. At the top it leads back up. */
export function moveFocus(event: KeyboardEvent, links: string): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) {
    return;
  }
  const all = [...document.querySelectorAll<HTMLElement>(links)];
  const at = all.findIndex((link) => link === document.activeElement);
  const next = at + step;
  const goal = next < 0 ? document.querySelector<HTMLElement>('[data-search]') : all[next];
  if (goal != null && (at >= 0 || step > 0)) {
    event.preventDefault();
    goal.focus();
  }
}
