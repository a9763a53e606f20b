import { useTranslation } from 'react-i18next';
import { languageNames, speak } from '../texts';
import { useTexts } from '../texts/use-texts';

export function LanguageSwitch() {
  const t = useTexts();
  const { i18n } = useTranslation();
  return (
    <select
      aria-label={t('nav.language')}
      className="language"
      value={i18n.language}
      onChange={(event) => void speak(event.target.value)}
    >
      {languageNames.map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
