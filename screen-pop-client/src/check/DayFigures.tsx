import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import type { LedgerDay } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** Of each day: heard, repaired, unknown; days without a call are left out. */
export function DayFigures({ days }: { readonly days: readonly LedgerDay[] }) {
  const t = useTexts();
  const { date } = useMoments();
  const shown = days.filter((day, index) => index === 0 || day.live + day.repaired + day.unknown > 0);
  return (
    <section className="panel">
      <h2>{t('check.days')}</h2>
      <table className="table days">
        <thead>
          <tr>
            <th scope="col">{t('check.day')}</th>
            <th scope="col">{t('check.live')}</th>
            <th scope="col">{t('check.repaired')}</th>
            <th scope="col">{t('check.unknown')}</th>
            <th scope="col">{t('check.differences')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((day) => (
            <tr key={day.day} data-day={day.day}>
              <th scope="row">{date(Date.parse(`${day.day}T12:00:00Z`))}</th>
              <Figure label={t('check.live')} value={day.live} />
              <Figure label={t('check.repaired')} value={day.repaired} />
              <Figure label={t('check.unknown')} value={day.unknown} />
              <Figure label={t('check.differences')} value={day.differences} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <td data-label={label} className={`figure ${value === 0 ? 'faint' : ''}`}>
      {count(value)}
    </td>
  );
}
