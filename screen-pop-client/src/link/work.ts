import { create } from 'zustand';
import type { AtWork } from './state';

/** What somebody has open on a card. */
export type Work =
  | {
      readonly kind: 'create';
      readonly name: string;
      readonly number: string;
      readonly company: { readonly id: number; readonly name: string } | null;
      /** The same form sent again is the same customer. */
      readonly once: string;
    }
  | { readonly kind: 'attach'; readonly typed: string }
  | { readonly kind: 'case' }
  /** Nothing any more: who has the number now. */
  | { readonly kind: 'done'; readonly name: string };

type Works = Readonly<Record<string, Work>>;

/** By call. It is kept here and not in the card, so that it outlives a look at another page, and a change of the card. */
const useWorks = create<Works>(() => ({}));

export const useWork = (call: string): Work | null => useWorks((works) => works[call] ?? null);

export const workOn = (call: string): Work | null => useWorks.getState()[call] ?? null;

export function setWork(call: string, work: Work | null): void {
  const others = Object.entries(useWorks.getState()).filter(([one]) => one !== call);
  useWorks.setState(Object.fromEntries(work === null ? others : [...others, [call, work]]), true);
}

export function atWork(): AtWork {
  return new Set(
    Object.entries(useWorks.getState())
      .filter(([, work]) => work.kind !== 'done')
      .map(([call]) => call),
  );
}

/** Cards that left take what was open on them with them. */
export function keepWorkOf(calls: readonly string[]): void {
  const works = Object.entries(useWorks.getState());
  const kept = works.filter(([call]) => calls.includes(call));
  if (kept.length < works.length) {
    useWorks.setState(Object.fromEntries(kept), true);
  }
}
