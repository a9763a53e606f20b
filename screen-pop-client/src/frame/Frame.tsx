import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Name } from '../format/Isolated';
import { logOut } from '../link/api';
import { leave } from '../link/store';
import type { Me } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { KeySheet } from './KeySheet';
import { isAction } from './keys';
import { LanguageSwitch } from './LanguageSwitch';
import { LinkBanner } from './LinkBanner';
import { Lamp } from './Lamp';
import { placeOf, type Place } from './places';

interface Props {
  readonly me: Me;
  readonly places: readonly Place[];
  readonly children: ReactNode;
}

export function Frame({ me, places, children }: Props) {
  const t = useTexts();
  const [here] = useLocation();
  const [sheet, setSheet] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && isAction(event)) {
        setSheet(true);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="frame">
      <header className="frame-bar">
        <span className="brand">
          <img src="/santral.svg" alt="" width="26" height="26" />
          <span>{t('app.name')}</span>
        </span>
        <nav aria-label={t('nav.places')}>
          {places.map((place) => (
            <Link
              key={place}
              href={`/${place}`}
              className="place"
              aria-current={place === placeOf(here) ? 'page' : undefined}
            >
              {t(`nav.${place}`)}
            </Link>
          ))}
        </nav>
        <div className="frame-end">
          <Lamp />
          <button type="button" className="bar-button" onClick={() => setSheet(true)}>
            {t('desk.keys')} <kbd>?</kbd>
          </button>
          <LanguageSwitch />
          <span className="person">
            <Name>{me.name}</Name>
          </span>
          <button type="button" className="bar-button" onClick={() => void logOut().finally(leave)}>
            {t('nav.logOut')}
          </button>
        </div>
      </header>
      <main>{children}</main>
      <LinkBanner />
      {sheet && <KeySheet onClose={() => setSheet(false)} />}
    </div>
  );
}
