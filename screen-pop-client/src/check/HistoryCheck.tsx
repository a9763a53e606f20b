import { useCallback, useEffect, useState } from 'react';
import { isolated } from '../format/plain';
import { checkLedger, ledger } from '../link/api';
import type { LedgerOverview } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { DayFigures } from './DayFigures';
import { Findings } from './Findings';
import { LedgerState } from './LedgerState';
import './check.css';

const EVERY_MILLIS = 5000;

/** How right the history is: what was heard, what the exchange's ledger added or corrected, what nobody knows. */
export function HistoryCheck() {
  const t = useTexts();
  const { overview, failed, checking, check, checks } = useOverview();
  return (
    <div className="history-check">
      <header>
        <h1>{t('check.title')}</h1>
        <p className="faint">{t('check.what')}</p>
        <button type="button" className="primary" disabled={checking} onClick={check} data-testid="check-now">
          {t(checking ? 'check.checking' : 'check.now')}
        </button>
      </header>
      <p role="alert" className={failed === null ? '' : 'banner'}>
        {failed === null ? '' : t('history.failed', { reason: isolated(failed) })}
      </p>
      <LedgerState overview={overview} />
      <DayFigures days={overview?.days ?? []} />
      <Findings again={checks} />
    </div>
  );
}

interface Overview {
  readonly overview: LedgerOverview | null;
  readonly failed: string | null;
  readonly checking: boolean;
  readonly check: () => void;
  /** How often a check has ended: what was found is read anew. */
  readonly checks: number;
}

function useOverview(): Overview {
  const [overview, setOverview] = useState<LedgerOverview | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const [checks, setChecks] = useState(0);
  const take = useCallback((asked: Promise<LedgerOverview>) => {
    return asked.then(
      (answer) => {
        setOverview(answer);
        setFailed(null);
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  useEffect(() => {
    void take(ledger());
    const again = setInterval(() => void take(ledger()), EVERY_MILLIS);
    return () => clearInterval(again);
  }, [take]);
  const check = () => {
    setChecking(true);
    void take(checkLedger()).finally(() => {
      setChecking(false);
      setChecks((count) => count + 1);
    });
  };
  return { overview, failed, checking, check, checks };
}
