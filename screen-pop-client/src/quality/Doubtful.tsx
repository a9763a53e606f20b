import { Link } from 'wouter';
import { Name, PhoneNumber } from '../format/Isolated';
import { useMoments } from '../format/use-moments';
import { usePages } from '../link/use-pages';
import { useTexts } from '../texts/use-texts';
import { doubtful } from './api';
import { Pages } from './Pages';

const load = async (which: string, after: string | null) => {
  const page = await doubtful(which, after);
  return { rows: page.found, next: page.next };
};

/** Numbers that cannot be right, or reach nobody any more; the way to mend each leads into its customer's form. */
export function Doubtful({ which }: { readonly which: 'invalid' | 'moved' }) {
  const t = useTexts();
  const { moment } = useMoments();
  const { rows, next, read, failed, more } = usePages(load, which);
  return (
    <Pages read={read} empty={rows.length === 0} next={next} failed={failed} onMore={more}>
      <table className="table quality-table" aria-label={t(`quality.view.${which}`)}>
        <thead>
          <tr>
            <th scope="col">{t('quality.number')}</th>
            <th scope="col">{t('quality.why')}</th>
            <th scope="col">{t('quality.customers')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} data-testid="doubtful">
              <td>
                <PhoneNumber>{one.display === '' ? one.raw : one.display}</PhoneNumber>
                {one.label !== '' && (
                  <small className="of">
                    <Name>{one.label}</Name>
                  </small>
                )}
              </td>
              <td>
                <span className="badge badge-bad">{t(`doubt.${one.reason}`)}</span>
                {one.movedAt !== null && (
                  <small className="of figure">{moment(Date.parse(one.movedAt))}</small>
                )}
              </td>
              <td>
                <Link href={`/customers/${one.customer.id}`}>
                  <Name>{one.customer.name}</Name>
                </Link>
              </td>
              <td className="col-acts">
                <Link href={`/customers/${one.customer.id}?edit`} className="button">
                  {t('quality.mend')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pages>
  );
}
