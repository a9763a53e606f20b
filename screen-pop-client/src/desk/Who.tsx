import { Segment } from '../customers/Segment';
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
    const { name, segment, company, language, matters } = found.customer;
    return (
      <div className="who">
        <div className="who-line">
          <h2 data-testid="pop-name" tabIndex={-1}>
            <Name>{name}</Name>
          </h2>
          {segment !== null && <Segment name={segment} />}
          {matters?.sayAs != null && (
            <span className="say-as" data-testid="say-as">
              {t('customer.saidAs')} <Name>{matters.sayAs}</Name>
            </span>
          )}
        </div>
        <p className="company dotted">
          {company !== null && (
            <span className="company-name">
              <Name>{company}</Name>
            </span>
          )}
          {language !== null && <span>{t('card.language', { language: languageName(language) })}</span>}
        </p>
      </div>
    );
  }
  const { title, hint, signalled } = unnamed(pop, t);
  return (
    <div className="who">
      <div className="who-line">
        <h2 data-testid="pop-name" tabIndex={-1}>
          <Name>{title}</Name>
        </h2>
      </div>
      <p className="company">
        {signalled ? (
          <span className="signalled">
            {t('card.signalledAs')} <Name>{pop.caller.name}</Name>
          </span>
        ) : (
          hint
        )}
      </p>
    </div>
  );
}

/** One line below the title, whatever it says: what stands under it must not move when the book answers. */
interface Unnamed {
  readonly title: string;
  readonly hint: string;
  /** The name of the network says more than the hint. */
  readonly signalled?: boolean;
}

function unnamed(pop: Pop, t: Translate): Unnamed {
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

function unnamedNumber({ caller }: Pop, lookUp: LookUp | null, t: Translate): Unnamed {
  const title = caller.name || caller.number;
  const signalled = caller.name !== '';
  switch (lookUp?.type) {
    case undefined:
      return { title, hint: t('card.lookingUp') };
    case 'found':
      return { title: t('card.several'), hint: t('card.severalHint'), signalled };
    case 'notFound':
      return { title: t('card.unknown'), hint: t('card.unknownHint'), signalled };
    case 'unanswered':
      return { title, hint: t('card.unanswered', { reason: lookUp.reason }) };
  }
}
