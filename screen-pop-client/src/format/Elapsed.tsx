import { duration } from './times';
import { useNow } from './use-now';

/** How long ago, ticking. */
export function Elapsed({ since }: { readonly since: number }) {
  return <span className="figure">{duration(useNow() - since)}</span>;
}
