import { Link, useLocation, useSearch } from 'wouter';
import { Tabs } from '../customers/Tabs';
import { useKeys } from '../frame/use-keys';
import { useTexts } from '../texts/use-texts';
import { Doubtful } from './Doubtful';
import { Duplicates } from './Duplicates';
import { Shared } from './Shared';
import { Unmatched } from './Unmatched';
import './quality.css';

const views = ['duplicates', 'unmatched', 'invalid', 'shared', 'moved'] as const;

/** What in the book is probably wrong, and a way to mend each. */
export function Quality() {
  const t = useTexts();
  const [, go] = useLocation();
  const given = new URLSearchParams(useSearch()).get('view');
  const view = views.find((one) => one === given) ?? 'duplicates';
  useKeys({ Slash: () => go('/customers') });
  return (
    <div className="book">
      <Tabs />
      <h1 className="said">{t('tabs.quality')}</h1>
      <nav className="chips" aria-label={t('quality.views')}>
        {views.map((one) => (
          <Link
            key={one}
            href={`/quality?view=${one}`}
            className={one === view ? 'button chip-link chip-on' : 'button chip-link'}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(`quality.view.${one}`)}
          </Link>
        ))}
      </nav>
      {view === 'duplicates' && <Duplicates />}
      {view === 'unmatched' && <Unmatched />}
      {(view === 'invalid' || view === 'moved') && <Doubtful key={view} which={view} />}
      {view === 'shared' && <Shared />}
    </div>
  );
}
