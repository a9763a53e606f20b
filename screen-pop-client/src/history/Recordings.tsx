import { Name, PhoneNumber } from '../format/Isolated';
import { count, duration } from '../format/times';
import { useMoments } from '../format/use-moments';
import { audioOf } from '../link/api';
import type { CallDetail, Leg, Recording } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { useTrouble } from './use-trouble';

/** What was recorded of a call, leg by leg: to be heard, or with what is wrong and what mends it. */
export function Recordings({ detail }: { readonly detail: CallDetail }) {
  const t = useTexts();
  if (detail.recordings.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{t('tape.title')}</h2>
      <ul className="tapes" data-testid="recordings">
        {detail.recordings.map((recording) => (
          <li key={recording.id} className={`tape tape-${recording.state}`}>
            <Whose leg={detail.legs.find((leg) => leg.connection === recording.connection)} />
            <Sound recording={recording} />
            <Said recording={recording} began={detail.startedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Whose({ leg }: { readonly leg: Leg | undefined }) {
  const person = usePeople();
  return (
    <span className="leg-who">
      {leg?.agent === null && <PhoneNumber>{leg.number}</PhoneNumber>}
      {typeof leg?.agent === 'string' && <Name>{person(leg.agent)}</Name>}
      <small dir="ltr">{leg?.device}</small>
    </span>
  );
}

/** Nothing is loaded before somebody presses play: who listens is written down. */
export function Sound({ recording }: { readonly recording: Recording }) {
  const t = useTexts();
  return recording.playable ? (
    // A telephone call has no captions.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio controls preload="none" src={audioOf(recording)} aria-label={t('tape.play')} dir="ltr" />
  ) : (
    <span className="faint">{t(silence(recording))}</span>
  );
}

function silence({ state, bytes }: Recording): 'tape.notYet' | 'tape.notYours' | 'tape.nothing' {
  if (state === 'EXPECTED') {
    return 'tape.notYet';
  }
  return (bytes ?? 0) > 0 ? 'tape.notYours' : 'tape.nothing';
}

function Said({ recording, began }: { readonly recording: Recording; readonly began: number }) {
  const t = useTexts();
  const person = usePeople();
  const { moment } = useMoments();
  const trouble = useTrouble();
  return (
    <span className="tape-said">
      {recording.lengthMillis !== null && (
        <span>{t('tape.length', { time: duration(recording.lengthMillis) })}</span>
      )}
      {recording.pauses.map((pause) => (
        <span key={pause.from}>
          {t(pause.by === null ? 'tape.paused' : 'tape.pausedBy', {
            from: duration(pause.from - began),
            time: duration((pause.to ?? recording.endedAt ?? pause.from) - pause.from),
            who: person(pause.by ?? ''),
          })}
        </span>
      ))}
      {recording.state !== 'THERE' && recording.state !== 'EXPECTED' && (
        <strong className="tape-trouble">{trouble(recording)}</strong>
      )}
      {recording.heard.length > 0 && (
        <details>
          <summary>{t('tape.heard', { times: count(recording.heard.length) })}</summary>
          <ul>
            {recording.heard.map((heard) => (
              <li key={`${heard.by}${heard.at}`}>
                <Name>{person(heard.by)}</Name> <span className="figure faint">{moment(heard.at)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}
