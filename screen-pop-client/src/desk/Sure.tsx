import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { isolated } from '../format/plain';
import { useStore } from '../link/store';
import type { Sureness } from '../link/sureness';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';

const shapes: Readonly<Record<Sureness['level'], string>> = {
  // a full disc, a half one, a ring: told apart without colour
  sure: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  likely: 'M8 2a6 6 0 1 0 0 12zM8 2.8a5.200 5.200 0 0 1 0 10.400V14a6 6 0 0 0 0-12z',
  guess: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 3.600a4.400 4.400 0 1 1 0 8.800a4.400 4.400 0 1 1 0-8.800z',
};

/** How sure we are who calls: a mark for the corner of the eye, and the reason in plain words. */
export function Sure({ how }: { readonly how: Sureness }) {
  const t = useTexts();
  const person = usePeople();
  const me = useStore((store) => store.me?.login ?? null);
  const who = (login: string) => (login === me ? t('sure.you') : isolated(person(login)));
  return (
    <p
      className={`sure sure-${how.level}`}
      data-testid="sure"
      data-level={how.level}
      data-quality={how.quality}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={shapes[how.level]} fillRule="evenodd" />
      </svg>
      <span className="dotted">
        <span>
          {t(`quality.${how.quality}`)}
          {how.label !== '' && (
            <>
              {' ('}
              <Name>{how.label}</Name>)
            </>
          )}
        </span>
        {how.directory !== null && (
          <span data-testid="origin">{t('card.from', { directory: isolated(how.directory) })}</span>
        )}
        {how.learned !== null && how.saidBy === null && (
          <span data-testid="learned">
            {t('sure.learned', {
              count: how.learned.times,
              shown: count(how.learned.times),
              agent: who(how.learned.by),
            })}
          </span>
        )}
        {how.saidBy !== null && <span>{t('sure.said', { agent: who(how.saidBy) })}</span>}
        {how.sharedBy > 1 && (
          <span data-testid="shared-number">
            {t('sure.shared', { count: how.sharedBy, shown: count(how.sharedBy) })}
          </span>
        )}
      </span>
    </p>
  );
}
