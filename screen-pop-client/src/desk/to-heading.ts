/** Who wrote on a card reads on at its top: the field they were in is gone. */
export function toHeading(call: string): void {
  document.querySelector<HTMLElement>(`[data-call="${CSS.escape(call)}"] h2`)?.focus();
}
