import { useEffect, useState } from 'react';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { count, duration } from '../format/times';
import { useMoments } from '../format/use-moments';
import { recordingTrouble, sweepRecordings } from '../link/api';
import type { RecordingTrouble } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { Sound } from './Recordings';
import { useTrouble } from './use-trouble';

const kinds = ['MISSING', 'TRUNCATED', 'ORPHANED'] as const;

/** For managers and administrators: recordings that are not there, cut, or nobody's, each with its mend. */
export function RecordingsToMend() {
  const t = useTexts();
  const { moment } = useMoments();
  const trouble = useTrouble();
  const [found, setFound] = useState<RecordingTrouble | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const take = (answer: Promise<RecordingTrouble>) =>
    answer.then(
      (now) => {
        setFound(now);
        setFailed(null);
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
  const look = () => {
    setLooking(true);
    void take(sweepRecordings()).finally(() => setLooking(false));
  };
  useEffect(() => void take(recordingTrouble()), []);
  return (
    <details className="tapes-to-mend" data-testid="recordings-to-mend">
      <summary>
        {t('tape.title')}
        {kinds.map((kind) => (
          <span key={kind} className={(found?.counts[kind] ?? 0) > 0 ? 'tape-count' : 'tape-count faint'}>
            {t(`tapeState.${kind}`)} <span className="figure">{count(found?.counts[kind] ?? 0)}</span>
          </span>
        ))}
      </summary>
      {failed !== null && <p role="alert">{t('history.failed', { reason: isolated(failed) })}</p>}
      {found?.looks === false ? (
        <p>{t('tape.noFolder')}</p>
      ) : (
        <p>
          <button type="button" disabled={looking} onClick={look}>
            {t('tape.look')}
          </button>{' '}
          {typeof found?.sweptAt === 'number' && (
            <span className="faint">{t('tape.looked', { time: moment(found.sweptAt) })}</span>
          )}
        </p>
      )}
      {found?.rows.length === 0 && <p className="faint">{t('tape.allWell')}</p>}
      <ul className="tapes">
        {found?.rows.map((recording) => (
          <li key={recording.id} className={`tape tape-${recording.state}`}>
            <span className="leg-who">
              <strong>{t(`tapeState.${recording.state}`)}</strong>
              {recording.startedAt !== null && <small>{moment(recording.startedAt)}</small>}
            </span>
            <Sound recording={recording} />
            <span className="tape-said">
              <span className="tape-trouble">{trouble(recording)}</span>
              <span>
                {recording.file !== null && (
                  <code dir="ltr">
                    <Name>{recording.file}</Name>
                  </code>
                )}{' '}
                {recording.call !== null && <code dir="ltr">{recording.call}</code>}
              </span>
              {recording.lengthMillis !== null && (
                <span>{t('tape.length', { time: duration(recording.lengthMillis) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
