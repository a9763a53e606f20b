import { formOf } from '../customers/form';
import { inWords } from '../customers/in-words';
import type { FullCustomer } from '../customers/wire';
import { isolated } from '../format/plain';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import type { Taken } from './wire';

const single: readonly Taken[] = [
  'name',
  'sayAs',
  'company',
  'segment',
  'owner',
  'language',
  'warning',
  'doNotCall',
];
const lists = ['numbers', 'mails', 'addresses', 'tags', 'consents', 'fields'] as const;

interface Props {
  readonly stays: FullCustomer;
  readonly goes: FullCustomer;
  readonly taken: readonly Taken[];
  readonly onTake: (field: Taken, take: boolean) => void;
}

/** Where they differ one chooses; what is a list is kept of both. */
export function SideBySide({ stays, goes, taken, onTake }: Props) {
  const t = useTexts();
  const person = usePeople();
  const [left, right] = [formOf(stays), formOf(goes)];
  const said = (form: typeof left, part: Taken | (typeof lists)[number]) =>
    part === 'owner' && form.owner !== '' ? isolated(person(form.owner)) : inWords(form, part, t);
  return (
    <table className="table side-by-side">
      <thead>
        <tr>
          <th scope="col">{t('merge.field')}</th>
          <th scope="col">{t('merge.stays')}</th>
          <th scope="col">{t('merge.goes')}</th>
        </tr>
      </thead>
      <tbody>
        {single.map((field) => {
          const same = said(left, field) === said(right, field);
          const take = taken.includes(field);
          return (
            <tr key={field}>
              <th scope="row">{t(`part.${field}`)}</th>
              {[left, right].map((form, index) => (
                <td key={index} className={!same && take === (index === 1) ? 'chosen' : undefined}>
                  {same ? (
                    said(form, field)
                  ) : (
                    <label className="check">
                      <input
                        type="radio"
                        name={`merge-${field}`}
                        checked={take === (index === 1)}
                        onChange={() => onTake(field, index === 1)}
                      />
                      {said(form, field)}
                    </label>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
        {lists.map((part) => (
          <tr key={part}>
            <th scope="row">
              {t(`part.${part}`)} {part !== 'fields' && <small className="faint">{t('merge.both')}</small>}
            </th>
            <td>{said(left, part)}</td>
            <td>{said(right, part)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
