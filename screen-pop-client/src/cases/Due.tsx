import { useNow } from '../format/clock';
import { fromNow } from '../format/relative';
import { useMoments } from '../format/use-moments';
import { useTexts } from '../texts/use-texts';

const SOON = 4 * 3_600_000;

/** Until when, and how long that still is: colour, and the words beside it. */
export function Due({ at, over }: { readonly at: string | null; readonly over: boolean }) {
  const t = useTexts();
  const { moment } = useMoments();
  const now = useNow();
  if (at === null) {
    return <span className="faint">{t('case.noDue')}</span>;
  }
  const due = Date.parse(at);
  const badge = due < now ? 'badge badge-bad' : due - now < SOON ? 'badge badge-late' : 'badge';
  return (
    <span className="due">
      <time className="figure" dateTime={at}>
        {moment(due)}
      </time>
      {!over && <span className={badge}>{fromNow(due, now)}</span>}
    </span>
  );
}
