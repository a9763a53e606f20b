import { Link, useLocation } from 'wouter';
import { useStore } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { tabsOf } from './tabs';
import './customers.css';

/** The rooms beside the book: who may enter which, by role. */
export function Tabs() {
  const t = useTexts();
  const [here] = useLocation();
  const me = useStore((store) => store.me);
  const tabs = me == null ? [] : tabsOf(me.roles);
  if (tabs.length < 2) {
    return null;
  }
  return (
    <nav className="tabs" aria-label={t('tabs.title')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          href={`/${tab}`}
          aria-current={here === `/${tab}` || here.startsWith(`/${tab}/`) ? 'page' : undefined}
        >
          {t(`tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
