import { Name } from '../format/Isolated';
import type { CallRow } from '../link/wire';
import { useTexts } from '../texts/use-texts';

/** Who it was, or honestly why there is no name. */
export function CustomerCell({ row }: { readonly row: CallRow }) {
  const t = useTexts();
  if (row.customer !== null) {
    const { name, company, segment } = row.customer;
    return (
      <>
        <Name>{name}</Name>
        {segment !== null && (
          <span className={segment === 'VIP' ? 'segment segment-vip' : 'segment'}>
            <Name>{segment}</Name>
          </span>
        )}
        {company !== null && (
          <small className="of">
            <Name>{company}</Name>
          </small>
        )}
      </>
    );
  }
  switch (row.caller.kind) {
    case 'WITHHELD':
      return <span className="faint">{t('card.withheld')}</span>;
    case 'UNAVAILABLE':
      return <span className="faint">{t('card.unavailable')}</span>;
    case 'INTERNAL':
      return <Name>{row.caller.name === '' ? row.caller.number : row.caller.name}</Name>;
    case 'NUMBER':
      return (
        <>
          <span className="faint">{t('card.unknown')}</span>
          {row.caller.name !== '' && (
            <small className="of">
              <Name>{row.caller.name}</Name>
            </small>
          )}
        </>
      );
  }
}
