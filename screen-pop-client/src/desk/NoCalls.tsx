import type { AgentOnFloor } from '../link/wire';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly mine: AgentOnFloor | undefined;
  readonly phone: string | null;
}

export function NoCalls({ mine, phone }: Props) {
  const t = useTexts();
  const hint =
    phone === null ? 'desk.noPhone' : mine?.state === 'NOT_READY' ? 'desk.notReadyHint' : 'desk.readyHint';
  return (
    <div className="no-calls">
      <svg viewBox="0 0 160 72" width="160" height="72" aria-hidden="true">
        <g className="jacks">
          {[20, 60, 100, 140].flatMap((x) =>
            [16, 56].map((y) => <circle key={`${String(x)} ${String(y)}`} cx={x} cy={y} r="7" />),
          )}
        </g>
        <path className="cord" d="M20 16c0 34 80 8 80 40" />
      </svg>
      <h2>{t('desk.noCalls')}</h2>
      <p>{t(hint)}</p>
    </div>
  );
}
