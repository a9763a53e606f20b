import { Link } from 'wouter';
import { Name, PhoneNumber } from '../format/Isolated';
import { count } from '../format/times';
import { usePages } from '../link/use-pages';
import { useTexts } from '../texts/use-texts';
import { shared } from './api';
import { Pages } from './Pages';

const load = async (_: string, after: string | null) => {
  const page = await shared(after);
  return { rows: page.found, next: page.next };
};

/** Numbers that several have for themselves: a family, a reception, or one customer twice. */
export function Shared() {
  const t = useTexts();
  const { rows, next, read, failed, more } = usePages(load, '');
  return (
    <Pages read={read} empty={rows.length === 0} next={next} failed={failed} onMore={more}>
      <table className="table quality-table" aria-label={t('quality.view.shared')}>
        <thead>
          <tr>
            <th scope="col">{t('quality.number')}</th>
            <th scope="col">{t('quality.customers')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.e164} data-testid="shared">
              <td>
                <PhoneNumber>{one.display}</PhoneNumber>
              </td>
              <td className="shared-by">
                {one.some.map((customer) => (
                  <Link key={customer.id} href={`/customers/${customer.id}`}>
                    <Name>{customer.name}</Name>
                  </Link>
                ))}
                {one.customers > one.some.length && (
                  <small className="faint">
                    {t('quality.of', { shown: count(one.some.length), all: count(one.customers) })}
                  </small>
                )}
              </td>
              <td className="col-acts">
                {one.some.length > 1 && (
                  <Link href={`/quality/${one.some[0]?.id}/${one.some[1]?.id}`} className="button">
                    {t('quality.compare')}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pages>
  );
}
