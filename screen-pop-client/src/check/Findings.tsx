import { useCallback, useEffect, useState } from 'react';
import { isolated } from '../format/plain';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { ledgerDifferences } from '../link/api';
import type { LedgerFinding } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { useField } from './use-field';

interface Found {
  readonly calls: readonly LedgerFinding[];
  readonly next: number | null;
  readonly failed: string | null;
}

/** Every single difference, call by call, with the exchange's own lines as evidence. */
export function Findings({ again }: { readonly again: number }) {
  const t = useTexts();
  const [found, setFound] = useState<Found | null>(null);
  const load = useCallback((before: number | null) => {
    ledgerDifferences(before).then(
      (page) =>
        setFound((known) => ({
          calls: before === null ? page.calls : [...(known?.calls ?? []), ...page.calls],
          next: page.next,
          failed: null,
        })),
      (error: unknown) =>
        setFound((known) => ({
          calls: known?.calls ?? [],
          next: known?.next ?? null,
          failed: error instanceof Error ? error.message : String(error),
        })),
    );
  }, []);
  useEffect(() => load(null), [load, again]);
  return (
    <section className="panel findings">
      <h2>{t('check.differences')}</h2>
      {found?.failed != null && <p role="alert">{t('history.failed', { reason: isolated(found.failed) })}</p>}
      {found?.calls.length === 0 && <p className="faint">{t('check.noDifferences')}</p>}
      <ul>
        {found?.calls.map((finding) => (
          <Finding key={finding.call} finding={finding} />
        ))}
      </ul>
      {found?.next != null && (
        <button type="button" onClick={() => load(found.next)}>
          {t('check.older')}
        </button>
      )}
    </section>
  );
}

function Finding({ finding }: { readonly finding: LedgerFinding }) {
  const t = useTexts();
  const { moment } = useMoments();
  const { field, value } = useField();
  const said = (text: string | null) =>
    text === null ? <span className="faint">{t('check.nothing')}</span> : <bdi>{value(text)}</bdi>;
  return (
    <li data-call={finding.call}>
      <h3>
        <span className="figure">{moment(finding.startedAt)}</span>{' '}
        <code dir="ltr" className="faint">
          {finding.call}
        </code>
      </h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('check.field')}</th>
            <th scope="col">{t('check.history')}</th>
            <th scope="col">{t('check.ledger')}</th>
            <th scope="col">{t('check.mend')}</th>
          </tr>
        </thead>
        <tbody>
          {finding.differences.map((one) => (
            <tr key={one.field}>
              <th scope="row">{field(one.field)}</th>
              <td data-label={t('check.history')}>{said(one.history)}</td>
              <td data-label={t('check.ledger')}>{said(one.ledger)}</td>
              <td data-label={t('check.mend')} data-mend={one.mend}>
                {t(`check.mend.${one.mend}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {finding.evidence.length > 0 && (
        <details>
          <summary>{t('check.evidence', { shown: count(finding.evidence.length) })}</summary>
          <ol className="evidence" dir="ltr" lang="en">
            {finding.evidence.map((line, index) => (
              <li key={index}>
                <code>{line}</code>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
