import type { Direction as Towards } from '../link/wire';
import { useTexts } from '../texts/use-texts';

const shapes: Record<Towards, string> = {
  INCOMING: 'M12.500 3.500l-8 8m0-6.500v6.500h6.500',
  OUTGOING: 'M3.500 12.500l8-8m0 6.500v-6.500h-6.500',
  INTERNAL: 'M2.500 8h11m-8-3l-3 3 3 3m5-6l3 3-3 3',
};

export function Direction({ direction }: { readonly direction: Towards }) {
  const t = useTexts();
  return (
    <svg
      className={`direction direction-${direction}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      role="img"
      aria-label={t(`direction.${direction}`)}
    >
      <path d={shapes[direction]} />
    </svg>
  );
}
