import { useRef } from 'react';
import { isolated } from '../format/plain';
import { customerOf } from '../link/state';
import { aboutCaller } from '../link/store';
import type { Pop } from '../link/wire';
import { setWork, useWork } from '../link/work';
import { useTexts } from '../texts/use-texts';
import { AttachTo } from './AttachTo';
import { NewCaller } from './NewCaller';
import { openWork } from './open-work';
import { Refusal } from './Refusal';

/**
 * Whose number it is where the book does not know, or knows somebody else: taken in as a new customer, or given to one we
 * have. Nothing is created by itself.
 */
export function TakeIn({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const work = useWork(pop.call);
  const acts = useRef<HTMLDivElement>(null);
  const found = customerOf(pop);
  const severalUndecided = pop.lookUp?.type === 'found' && found === null;
  const isOurs = found !== null && found.origin === null;
  const title = severalUndecided
    ? 'card.noneOfThem'
    : isOurs
      ? 'card.somebodyElse'
      : found !== null
        ? 'card.takeOver'
        : 'card.whoIs';
  const cancel = () => {
    acts.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setWork(pop.call, null);
  };
  return (
    <section
      className={severalUndecided || isOurs ? 'take-in take-in-quiet' : 'take-in'}
      data-testid="take-in"
    >
      <h3>{t(title)}</h3>
      <div className="take-in-acts" ref={acts}>
        <button
          type="button"
          data-testid="new-customer"
          aria-expanded={work?.kind === 'create'}
          onClick={() => openWork(pop, 'create')}
        >
          {t('card.newCustomer')} <kbd>N</kbd>
        </button>
        <button
          type="button"
          data-testid="attach"
          aria-expanded={work?.kind === 'attach'}
          onClick={() => openWork(pop, 'attach')}
        >
          {t('card.attach')} <kbd>F</kbd>
        </button>
      </div>
      {work?.kind === 'create' && <NewCaller pop={pop} work={work} onCancel={cancel} />}
      {work?.kind === 'attach' && <AttachTo pop={pop} work={work} onCancel={cancel} />}
      <p role="status" className="hint" data-testid="taken-in">
        {work?.kind === 'done' ? t('card.takenIn', { who: isolated(work.name) }) : ''}
      </p>
      <Refusal about={aboutCaller(pop.call)} />
    </section>
  );
}
