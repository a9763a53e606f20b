import { Name, PhoneNumber } from '../format/Isolated';
import { useNow } from '../format/clock';
import { duration } from '../format/times';
import type { CallDetail, Leg } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { causeText } from './causes';

interface Part {
  readonly kind: 'ringing' | 'talking';
  readonly from: number;
  readonly to: number;
}

/** The legs of a call against its time: hatched where it rang, full where it talked. */
export function TimeLine({ detail }: { readonly detail: CallDetail }) {
  const now = useNow();
  const end = Math.max(detail.endedAt ?? now, detail.startedAt + 1000);
  const place = (at: number) => ((at - detail.startedAt) / (end - detail.startedAt)) * 1000;
  return (
    <ul className="time-line">
      {detail.legs.map((leg) => (
        <li key={leg.connection}>
          <Party leg={leg} />
          <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            <path className="leg-line" d="M0 10H1000" />
            {parts(leg, end).map((part) => (
              <rect
                key={part.kind}
                className={`leg-${part.kind}`}
                x={place(part.from)}
                width={Math.max(place(part.to) - place(part.from), 4)}
                y="3"
                height="14"
              />
            ))}
          </svg>
          <LegSaid leg={leg} end={end} />
        </li>
      ))}
      <li className="axis" aria-hidden="true">
        <span />
        <span className="ticks">
          {ticks(end - detail.startedAt).map((tick, index) => (
            <span key={index} className="figure">
              {tick}
            </span>
          ))}
        </span>
        <span />
      </li>
    </ul>
  );
}

/** Five places; a short call does not say the same second twice. */
function ticks(length: number): readonly string[] {
  const all = [0, 0.25, 0.5, 0.75, 1].map((part) => duration(length * part));
  return all.map((tick, index) => (tick === all[index - 1] ? '' : tick));
}

function Party({ leg }: { readonly leg: Leg }) {
  const person = usePeople();
  return (
    <span className="leg-who">
      {leg.agent === null ? <PhoneNumber>{leg.number}</PhoneNumber> : <Name>{person(leg.agent)}</Name>}
      <small dir="ltr">{leg.device}</small>
    </span>
  );
}

function LegSaid({ leg, end }: { readonly leg: Leg; readonly end: number }) {
  const t = useTexts();
  return (
    <span className="leg-said">
      {leg.ringingAt !== null && (
        <span>
          {t('leg.rang', { time: duration((leg.answeredAt ?? leg.endedAt ?? end) - leg.ringingAt) })}
        </span>
      )}
      <span>
        {leg.answeredAt === null
          ? t('leg.notAnswered')
          : t('leg.talked', { time: duration(leg.endedAt === null ? end - leg.answeredAt : leg.talkMillis) })}
      </span>
      {leg.heldMillis > 0 && <span>{t('leg.held', { time: duration(leg.heldMillis) })}</span>}
      {leg.cause !== null && leg.cause !== 'NORMAL' && <span>{causeText(t, leg.cause)}</span>}
    </span>
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
