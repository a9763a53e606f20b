import { Due } from '../cases/Due';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import type { PromisedCall } from '../link/wire';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

/** Calls that somebody promised them and nobody has made yet. */
export function Promises({ promised }: { readonly promised: readonly PromisedCall[] }) {
  const t = useTexts();
  const person = usePeople();
  if (promised.length === 0) {
    return null;
  }
  return (
    <section>
      <h3>{t('card.callBacks')}</h3>
      <ul className="promises">
        {promised.map((one) => (
          <li key={one.id} data-testid="promised">
            <Due at={new Date(one.due).toISOString()} over={false} />
            <span className="dotted">
              <span>
                {one.agent === null
                  ? t('callBack.anybody')
                  : t('callBack.by', { who: isolated(person(one.agent)) })}
              </span>
              {one.remark !== '' && (
                <span>
                  <Name>{one.remark}</Name>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
