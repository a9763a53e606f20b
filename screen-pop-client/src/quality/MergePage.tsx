import { useState } from 'react';
import { Link } from 'wouter';
import { customer } from '../customers/api';
import { Tabs } from '../customers/Tabs';
import type { FullCustomer } from '../customers/wire';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { merge, notSame, undoMerge } from './api';
import { SideBySide } from './SideBySide';
import type { Merged, Taken } from './wire';
import './quality.css';

interface Props {
  readonly one: string;
  readonly other: string;
}

/** Two customers side by side: made one, field by field, or found to be two. A merge can be undone. */
export function MergePage({ one, other }: Props) {
  const t = useTexts();
  const first = useLoaded(customer, one);
  const second = useLoaded(customer, other);
  return (
    <div className="book">
      <Tabs />
      <h1>{t('merge.title')}</h1>
      <Refusal failed={first.failed ?? second.failed} />
      {first.value !== null && second.value !== null && <Merging one={first.value} other={second.value} />}
      <p>
        <Link href="/quality?view=duplicates">{t('merge.back')}</Link>
      </p>
    </div>
  );
}

type Done =
  | { readonly type: 'merged'; readonly merged: Merged }
  | { readonly type: 'undone' }
  | { readonly type: 'two' };

function Merging({ one, other }: { readonly one: FullCustomer; readonly other: FullCustomer }) {
  const t = useTexts();
  const [swapped, setSwapped] = useState(false);
  const [stays, goes] = swapped ? [other, one] : [one, other];
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const { sending, failed, send } = useSending();
  const toggle = (field: Taken, take: boolean) =>
    setTaken(take ? [...taken, field] : taken.filter((known) => known !== field));
  if (done !== null && done.type !== 'undone') {
    return (
      <section className="panel" role="status" data-testid="merge-done">
        <Refusal failed={failed} />
        {done.type === 'two' ? (
          <p>{t('merge.settled')}</p>
        ) : (
          <>
            <p>{t('merge.done')}</p>
            <div className="case-states">
              <Link href={`/customers/${done.merged.customer.id}`} className="button primary">
                {t('merge.open')}
              </Link>
              <button
                type="button"
                disabled={sending}
                onClick={() =>
                  void send(async () => {
                    await undoMerge(done.merged.merge);
                    setDone({ type: 'undone' });
                  })
                }
              >
                {t('merge.undo')}
              </button>
            </div>
          </>
        )}
      </section>
    );
  }
  return (
    <section className="panel" data-testid="merge">
      <p role="status">{done?.type === 'undone' && t('merge.undone')}</p>
      <Refusal failed={failed} />
      <SideBySide stays={stays} goes={goes} taken={taken} onTake={toggle} />
      <div className="form-end">
        <button
          type="button"
          className="primary"
          disabled={sending}
          onClick={() =>
            void send(async () => {
              setDone({ type: 'merged', merged: await merge(stays.id, goes.id, taken) });
            })
          }
        >
          {t('merge.now')}
        </button>
        <button
          type="button"
          onClick={() => {
            setSwapped(!swapped);
            setTaken([]);
          }}
        >
          {t('merge.swap')}
        </button>
        <button
          type="button"
          disabled={sending}
          onClick={() =>
            void send(async () => {
              await notSame(one.id, other.id);
              setDone({ type: 'two' });
            })
          }
        >
          {t('merge.notSame')}
        </button>
      </div>
    </section>
  );
}
