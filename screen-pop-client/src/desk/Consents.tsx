import type { Matters } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** What they do not wish first, in red; what they allowed beside it. */
export function Consents({ matters }: { readonly matters: Matters }) {
  const t = useTexts();
  const { doNotCall, consents } = matters;
  const said = [...consents].sort((one, other) => Number(one.given) - Number(other.given));
  if (!doNotCall && said.length === 0) {
    return null;
  }
  return (
    <p className="wishes" data-testid="wishes">
      {doNotCall && <strong className="badge badge-bad">{t('customer.doNotCallWish')}</strong>}
      {said.map(({ about, given }) => (
        <span key={about} className={given ? 'badge' : 'badge badge-bad'}>
          {t(`consent.${about}`)}: {t(given ? 'consent.given' : 'consent.refused')}
        </span>
      ))}
    </p>
  );
}
