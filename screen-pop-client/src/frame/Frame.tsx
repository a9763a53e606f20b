import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Name } from '../format/Isolated';
import { logOut } from '../link/api';
import { leave } from '../link/store';
import type { Me } from '../link/wire';
import { languageNames, speak, type Language } from '../texts';
import { useTexts } from '../texts/use-texts';
import { KeySheet } from './KeySheet';
import { LinkBanner } from './LinkBanner';
import type { Place } from './places';
import './frame.css';

interface Props {
  readonly me: Me;
  readonly places: readonly Place[];
  readonly children: ReactNode;
}

export function Frame({ me, places, children }: Props) {
  const t = useTexts();
  const [sheet, setSheet] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !(event.target instanceof HTMLInputElement)) {
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
          <img src="/santral.svg" alt="" width="24" height="24" />
          <span>{t('app.name')}</span>
        </span>
        <nav aria-label={t('nav.places')}>
          {places.map((place) => (
            <Link key={place} href={`/${place}`} className={(active) => (active ? 'place here' : 'place')}>
              {t(`nav.${place}`)}
            </Link>
          ))}
        </nav>
        <div className="frame-end">
          <LanguageSwitch />
          <span className="person">
            <Name>{me.name}</Name>
          </span>
          <button type="button" className="quiet" onClick={() => void logOut().finally(leave)}>
            {t('nav.logOut')}
          </button>
        </div>
      </header>
      <LinkBanner />
      <main>{children}</main>
      {sheet && <KeySheet onClose={() => setSheet(false)} />}
    </div>
  );
}

export function LanguageSwitch() {
  const t = useTexts();
  const { i18n } = useTranslation();
  return (
    <select
      aria-label={t('nav.language')}
      className="quiet"
      value={i18n.language}
      onChange={(event) => void speak(event.target.value as Language)}
    >
      {languageNames.map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
