import { useNow } from './clock';
import { duration } from './times';

/** How long ago, ticking. */
export function Elapsed({ since }: { readonly since: number }) {
  return <span className="figure">{duration(useNow() - since)}</span>;
}
