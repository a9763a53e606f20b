import { Name } from '../format/Isolated';
import { languageName } from '../format/times';
import type { Candidate, LookUp, Pop } from '../link/wire';
import type { Translate } from '../texts/language';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly pop: Pop;
  readonly found: Candidate | null;
}

/** The first thing an agent reads: a name, or honestly why there is none. */
export function Who({ pop, found }: Props) {
  const t = useTexts();
  if (found !== null) {
    const { customer, origin } = found;
    return (
      <div className="who">
        <div className="who-line">
          <h2 data-testid="pop-name">
            <Name>{customer.name}</Name>
          </h2>
          {customer.segment !== null && (
            <span className={customer.segment === 'VIP' ? 'segment segment-vip' : 'segment'}>
              <Name>{customer.segment}</Name>
            </span>
          )}
        </div>
        <p className="company">
          {customer.company !== null && <Name>{customer.company}</Name>}
          {customer.language !== null && (
            <span>{t('card.language', { language: languageName(customer.language) })}</span>
          )}
          {origin !== null && (
            <span data-testid="origin">{t('card.from', { directory: origin.directory })}</span>
          )}
        </p>
      </div>
    );
  }
  const { title, hint } = unnamed(pop, t);
  return (
    <div className="who">
      <div className="who-line">
        <h2 data-testid="pop-name">
          <Name>{title}</Name>
        </h2>
      </div>
      <p className="company">
        {hint !== '' && <span>{hint}</span>}
        {pop.caller.name !== '' && pop.caller.kind === 'NUMBER' && (
          <span className="signalled">
            {t('card.signalledAs')} <Name>{pop.caller.name}</Name>
          </span>
        )}
      </p>
    </div>
  );
}

function unnamed(pop: Pop, t: Translate): { title: string; hint: string } {
  switch (pop.caller.kind) {
    case 'WITHHELD':
      return { title: t('card.withheld'), hint: t('card.withheldHint') };
    case 'UNAVAILABLE':
      return { title: t('card.unavailable'), hint: t('card.unavailableHint') };
    case 'INTERNAL':
      return { title: pop.caller.name || pop.caller.number, hint: t('card.colleague') };
    case 'NUMBER':
      return unnamedNumber(pop, pop.lookUp, t);
  }
}

function unnamedNumber(pop: Pop, lookUp: LookUp | null, t: Translate): { title: string; hint: string } {
  const signalled = pop.caller.name || pop.caller.number;
  switch (lookUp?.type) {
    case undefined:
      return { title: signalled, hint: t('card.lookingUp') };
    case 'found':
      return { title: t('card.several'), hint: '' };
    case 'notFound':
      return { title: t('card.unknown'), hint: t('card.unknownHint') };
    case 'unanswered':
      return { title: signalled, hint: t('card.unanswered', { reason: lookUp.reason }) };
  }
}
