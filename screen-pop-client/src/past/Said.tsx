import { isolated } from '../format/plain';
import { useMoments } from '../format/use-moments';
import type { Past } from '../link/wire';
import type { Translate } from '../texts/language';
import { useTexts } from '../texts/use-texts';

type Moments = ReturnType<typeof useMoments>;

/** What must be known beside the floor, or why there is none to show. */
export function Said({ answer }: { readonly answer: Past }) {
  const t = useTexts();
  const moments = useMoments();
  return (
    <div className="past-said" role="status" data-testid="past-said" data-type={answer.type}>
      {sentences(answer, t, moments).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function sentences(answer: Past, t: Translate, { whole }: Moments): readonly string[] {
  switch (answer.type) {
    case 'seen': {
      const down = answer.floor.link.find((link) => !link.up);
      return [
        t('past.banner', { moment: whole(answer.at) }),
        ...(answer.twice ? [t('past.twice')] : []),
        ...(answer.stopped && answer.next !== null
          ? [t('past.stopped', { last: whole(answer.last), next: whole(answer.next) })]
          : []),
        ...(answer.next === null ? [t('past.noneSince', { time: whole(answer.last) })] : []),
        ...(down === undefined ? [] : [t('past.linkDown', { reason: isolated(down.reason) })]),
      ];
    }
    case 'notKept':
      return [t('past.notKept', { time: whole(answer.oldest) })];
    case 'ahead':
      return [t('past.ahead')];
    case 'damaged':
      return [
        t('past.damaged'),
        ...(answer.until === null ? [] : [t('past.until', { time: whole(answer.until) })]),
        ...(answer.again === null ? [] : [t('past.again', { time: whole(answer.again) })]),
      ];
    case 'tooFar':
      return [t('past.tooFar')];
    case 'noJournal':
      return [t('past.noJournal')];
  }
}
