import { Link, useLocation, useSearch } from 'wouter';
import { moveFocus } from '../customers/move-focus';
import { useKeys } from '../frame/use-keys';
import { useTexts } from '../texts/use-texts';
import { CallBacks } from './CallBacks';
import { CaseTable } from './CaseTable';
import type { CaseView } from './wire';
import './cases.css';

const views: readonly (CaseView | 'callBacks')[] = ['mine', 'team', 'overdue', 'open', 'all', 'callBacks'];

/** What customers asked for or complained about, and what was promised to them: what is due first stands first. */
export function Cases() {
  const t = useTexts();
  const [, go] = useLocation();
  const given = new URLSearchParams(useSearch()).get('view');
  const view = views.find((one) => one === given) ?? 'mine';
  useKeys({ Slash: () => go('/customers') });
  return (
    // The keys only move the focus between links that are there for everybody.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="book" onKeyDown={(event) => moveFocus(event, '.row-link')}>
      <h1 className="said">{t('nav.cases')}</h1>
      <nav className="tabs" aria-label={t('cases.views')}>
        {views.map((one) => (
          <Link
            key={one}
            href={`/cases?view=${one}`}
            data-search={one === view ? '' : undefined}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(`cases.view.${one}`)}
          </Link>
        ))}
      </nav>
      {view === 'callBacks' ? <CallBacks /> : <CaseTable key={view} view={view} />}
    </div>
  );
}
