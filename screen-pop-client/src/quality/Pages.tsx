import type { ReactNode } from 'react';
import { Refusal } from '../forms/Refusal';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly read: boolean;
  readonly empty: boolean;
  readonly next: string | null;
  readonly failed: Error | null;
  readonly onMore: () => void;
  readonly children: ReactNode;
}

/** What surrounds a list that comes page by page: why it did not come, that there is nothing, and more. */
export function Pages({ read, empty, next, failed, onMore, children }: Props) {
  const t = useTexts();
  return (
    <>
      <Refusal failed={failed} />
      {read && empty && <p className="faint">{t('quality.none')}</p>}
      {!empty && children}
      {next !== null && (
        <button type="button" className="more" onClick={onMore}>
          {t('customers.more')}
        </button>
      )}
    </>
  );
}
