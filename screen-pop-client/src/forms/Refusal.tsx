import { isolated } from '../format/plain';
import { Refused } from '../link/http';
import { useTexts } from '../texts/use-texts';
import { faultsElsewhere, faultsOf } from './faults';
import { useFault } from './use-fault';

interface Props {
  readonly failed: Error | null;
  /** Fields that show their own faults. */
  readonly fields?: readonly string[];
}

/** Why it was not done, with what no field says. It is always there, so that a screen reader hears it come. */
export function Refusal({ failed, fields = [] }: Props) {
  const t = useTexts();
  const fault = useFault();
  const faults = faultsOf(failed);
  const elsewhere = faultsElsewhere(faults, fields);
  return (
    <div role="alert" className="refusal">
      {failed !== null && <p>{said(failed, faults.length, t)}</p>}
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map((one) => (
            <li key={one.field + one.reason}>
              <code dir="ltr">{one.field}</code> {fault(one)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function said(failed: Error, faults: number, t: ReturnType<typeof useTexts>): string {
  if (faults > 0) {
    return t('forms.faults');
  }
  const status = failed instanceof Refused ? failed.status : 0;
  switch (status) {
    case 403:
      return t('forms.forbidden');
    case 404:
      return t('forms.gone');
    case 503:
      return t('forms.away');
    case 0:
      return t('forms.unreachable');
    default:
      return t('forms.refused', { reason: isolated(failed.message) });
  }
}
