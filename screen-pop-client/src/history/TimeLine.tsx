import { Name } from '../format/Isolated';
import { duration } from '../format/times';
import { useNow } from '../format/use-now';
import type { CallDetail, Leg } from '../link/wire';
import { useTexts } from '../texts/use-texts';

interface Part {
  readonly kind: 'ringing' | 'talking';
  readonly from: number;
  readonly to: number;
}

/** The legs of a call against its time: light where it rang, full where it talked. */
export function TimeLine({ detail }: { readonly detail: CallDetail }) {
  const t = useTexts();
  const now = useNow();
  const end = Math.max(detail.endedAt ?? now, detail.startedAt + 1000);
  const place = (at: number) => ((at - detail.startedAt) / (end - detail.startedAt)) * 1000;
  return (
    <ul className="time-line">
      {detail.legs.map((leg) => (
        <li key={leg.connection}>
          <span className="leg-who">
            <Name>{leg.agent ?? leg.number}</Name>
            <small dir="ltr">{leg.device}</small>
          </span>
          <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            {parts(leg, end).map((part) => (
              <rect
                key={part.kind}
                className={`leg-${part.kind}`}
                x={place(part.from)}
                width={Math.max(place(part.to) - place(part.from), 4)}
                y="4"
                height="12"
                rx="3"
              />
            ))}
          </svg>
          <span className="leg-said">
            {leg.ringingAt !== null && (
              <span>
                {t('leg.rang', { time: duration((leg.answeredAt ?? leg.endedAt ?? end) - leg.ringingAt) })}
              </span>
            )}
            <span>
              {leg.answeredAt === null
                ? t('leg.notAnswered')
                : t('leg.talked', { time: duration(leg.talkMillis) })}
            </span>
            {leg.cause !== null && <span>{causeText(t, leg.cause)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function parts(leg: Leg, end: number): readonly Part[] {
  const found: Part[] = [];
  if (leg.ringingAt !== null) {
    found.push({ kind: 'ringing', from: leg.ringingAt, to: leg.answeredAt ?? leg.endedAt ?? end });
  }
  if (leg.answeredAt !== null) {
    found.push({ kind: 'talking', from: leg.answeredAt, to: leg.endedAt ?? end });
  }
  return found;
}

const causes = [
  'NORMAL',
  'BUSY',
  'NO_ANSWER',
  'REJECTED',
  'ANSWERED_ELSEWHERE',
  'CANCELLED',
  'UNREACHABLE',
  'FAILED',
  'LOST_TRACK',
  'PBX_RESTARTED',
] as const;

function causeText(t: ReturnType<typeof useTexts>, cause: string): string {
  const known = causes.find((one) => one === cause);
  return known === undefined ? cause : t(`cause.${known}`);
}
