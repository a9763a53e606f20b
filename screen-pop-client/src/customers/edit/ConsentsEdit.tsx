import { TextField } from '../../forms/TextField';
import { useMoments } from '../../format/use-moments';
import { useTexts } from '../../texts/use-texts';
import { newKey, type ConsentLine } from '../form';
import type { ConsentAbout } from '../wire';
import type { PartProps } from './parts';

export const abouts: readonly ConsentAbout[] = ['CALL', 'SMS', 'MAIL', 'RECORDING', 'MARKETING'];

/** The last word about each thing. A new word is added to the old ones: what was allowed once stays written down. */
export function ConsentsEdit({ form, onChange }: PartProps) {
  const t = useTexts();
  const { moment } = useMoments();
  const { consents } = form;
  const said = (about: ConsentAbout) => consents.findLastIndex((line) => line.about === about);
  const say = (about: ConsentAbout, given: boolean | null) => {
    const others = consents.filter((line) => line.about !== about || line.at !== null);
    const last = others.findLast((line) => line.about === about);
    const added: readonly ConsentLine[] =
      given === null || given === last?.given
        ? []
        : [{ key: newKey(), about, given, at: null, by: null, remark: '' }];
    onChange({ consents: [...others, ...added] });
  };
  return (
    <fieldset className="lines">
      <legend>{t('customer.consents')}</legend>
      {abouts.map((about) => {
        const at = said(about);
        const line = consents[at];
        return (
          <div key={about} className="consent">
            <span className="consent-about" id={`consent-${about}`}>
              {t(`consent.${about}`)}
            </span>
            <select
              aria-labelledby={`consent-${about}`}
              value={line === undefined ? '' : String(line.given)}
              onChange={(event) =>
                say(about, event.target.value === '' ? null : event.target.value === 'true')
              }
            >
              {(line === undefined || line.at === null) && <option value="">{t('consent.notAsked')}</option>}
              <option value="true">{t('consent.given')}</option>
              <option value="false">{t('consent.refused')}</option>
            </select>
            {line?.at === null && (
              <TextField
                label={t('consent.remark')}
                at={`consents[${at}].remark`}
                quiet
                value={line.remark}
                maxLength={200}
                onChange={(remark) =>
                  onChange({
                    consents: consents.map((one) => (one.key === line.key ? { ...one, remark } : one)),
                  })
                }
              />
            )}
            {line?.at != null && <small className="faint">{moment(Date.parse(line.at))}</small>}
          </div>
        );
      })}
    </fieldset>
  );
}
