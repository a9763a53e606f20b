import type { PopState } from '../link/wire';
import { useTexts } from '../texts/use-texts';

const shapes: Record<PopState, string> = {
  // a bell, two waves, two bars, a square: told apart without colour
  RINGING:
    'M8 1.5a4.5 4.5 0 0 0-4.5 4.5v3L2 11.5h12L12.500 9V6A4.500 4.500 0 0 0 8 1.500zM6 13a2 2 0 0 0 4 0z',
  TALKING: 'M2 8a6 6 0 0 1 12 0M5 8a3 3 0 0 1 6 0M7.500 8h1v6h-1z',
  HELD: 'M4 2h3v12H4zM9 2h3v12H9z',
  ENDED: 'M3 3h10v10H3z',
};

/** The state as colour, shape and word. */
export function StateMark({ state }: { readonly state: PopState }) {
  const t = useTexts();
  return (
    <span className={`mark mark-${state}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      {t(`state.${state}`)}
    </span>
  );
}
