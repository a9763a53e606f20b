import { useFault } from '../forms/use-fault';
import { Refusal } from '../forms/Refusal';
import { Refused } from '../link/http';
import type { Fault } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useTroubleWords } from './use-words';

const conflicts = {
  Busy: 'busy',
  Done: 'done',
  Begun: 'begun',
  Running: 'running',
  'No file': 'noFile',
} as const;

/** Why something about a file was not done; what is wrong with the file itself is said as such. */
export function ImportRefused({
  failed,
  fields = [],
}: {
  readonly failed: Error | null;
  /** Fields that show their own faults. */
  readonly fields?: readonly string[];
}) {
  const t = useTexts();
  const fault = useFault();
  const trouble = useTroubleWords();
  const said = saidOf(failed);
  if (said === null) {
    return <Refusal failed={failed} fields={fields} />;
  }
  return (
    <div role="alert" className="refusal">
      {typeof said === 'string' ? (
        <p>{t(`importRefused.${said}`)}</p>
      ) : (
        said.map((one) => <p key={one.field + one.reason}>{ofFile(one)}</p>)
      )}
    </div>
  );

  function ofFile({ field, reason, detail }: Fault): string {
    if (!field.startsWith('file')) {
      return fault({ field, reason, detail });
    }
    const row = /^file row (\d+)$/.exec(field)?.[1];
    return trouble({ reason, row: row === undefined ? null : Number(row), detail });
  }
}

type Said = 'tooLarge' | 'oldFormat' | (typeof conflicts)[keyof typeof conflicts];

function saidOf(failed: Error | null): Said | readonly Fault[] | null {
  if (!(failed instanceof Refused)) {
    return null;
  }
  if (failed.status === 413) {
    return 'tooLarge';
  }
  if (failed.status === 415) {
    return 'oldFormat';
  }
  if (failed.status === 409 && failed.title in conflicts) {
    return conflicts[failed.title as keyof typeof conflicts];
  }
  return failed.faults.some(({ field }) => field.startsWith('file')) ? failed.faults : null;
}
