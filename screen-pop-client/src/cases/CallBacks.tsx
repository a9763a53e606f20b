import { Link } from 'wouter';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Name } from '../format/Isolated';
import { CallLink } from '../customers/CallLink';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { callBacks, endCallBack } from './api';
import { Due } from './Due';
import type { CallBack } from './wire';

/** Whom somebody promised to call, and nobody has yet. */
export function CallBacks() {
  const t = useTexts();
  const { value, failed, again } = useLoaded(callBacks, 'open');
  const { sending, failed: refused, send } = useSending();
  const end = (one: CallBack, state: 'DONE' | 'CANCELLED') =>
    void send(async () => {
      await endCallBack(one.id, one.version, state);
    }).finally(again);
  return (
    <>
      <Refusal failed={failed ?? refused} />
      {value?.callBacks.length === 0 && <p className="faint">{t('callBacks.none')}</p>}
      {value !== null && value.callBacks.length > 0 && (
        <table className="table case-table" aria-label={t('cases.view.callBacks')}>
          <thead>
            <tr>
              {(['when', 'whom', 'number', 'about'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`callBacks.${column}`)}
                </th>
              ))}
              <th scope="col">{t('cases.charge')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {value.callBacks.map((one) => (
              <tr key={one.id} data-testid="call-back" className={one.overdue ? 'row-late' : ''}>
                <td className="col-due">
                  <Due at={one.dueAt} over={false} />
                </td>
                <td className="col-case">
                  {one.customer !== null && (
                    <Link href={`/customers/${one.customer.id}`}>
                      <Name>{one.customer.name}</Name>
                    </Link>
                  )}
                </td>
                <td className="col-number">
                  <CallLink number={dialled(one)} never={false} />
                </td>
                <td dir="auto">{one.remark}</td>
                <td className="col-charge">
                  {one.person === null ? t('callBack.anybody') : <Name>{one.person.name}</Name>}
                </td>
                <td className="col-acts">
                  <button type="button" disabled={sending} onClick={() => end(one, 'DONE')}>
                    {t('callBacks.done')}
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    disabled={sending}
                    onClick={() => end(one, 'CANCELLED')}
                  >
                    {t('callBacks.callOff')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function dialled({ number, display }: CallBack) {
  const e164 = number.startsWith('+') ? number : null;
  return { raw: number, e164, display, extension: null, label: '' };
}
