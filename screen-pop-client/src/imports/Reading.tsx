import { useContext, useState } from 'react';
import { ChoiceField } from '../forms/ChoiceField';
import { Faults } from '../forms/Field';
import { TextField } from '../forms/TextField';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';
import { delimiters, encodings, readingOf, type Change } from './reading';
import type { ImportFormat, Mapping } from './wire';

interface Props {
  readonly format: ImportFormat;
  readonly sheets: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (change: Change) => void;
}

/** How the file was understood, each in the reader's words and to be changed. */
export function Reading({ format, sheets, mapping, onChange }: Props) {
  const t = useTexts();
  const has = readingOf(format, sheets.length);
  return (
    <section className="panel import-panel" aria-labelledby="reading-title">
      <h2 id="reading-title">{t('imports.howRead')}</h2>
      <div className="fields import-reading">
        {has.sheet && (
          <ChoiceField
            label={t('imports.sheet')}
            at="sheet"
            value={String(mapping.sheet)}
            choices={sheets.map((name, at) => [String(at), name] as const)}
            onChange={(sheet) => onChange({ sheet: Number(sheet) })}
          />
        )}
        {has.encoding && (
          <ChoiceField
            label={t('imports.encoding')}
            hint={t('imports.encodingHint')}
            at="encoding"
            value={mapping.encoding}
            choices={encodings.map((name) => [name, t(`encoding.${name}`)] as const)}
            onChange={(encoding) => onChange({ encoding })}
          />
        )}
        {has.delimiter && (
          <ChoiceField
            label={t('imports.delimiter')}
            at="delimiter"
            value={mapping.delimiter}
            choices={Object.entries(delimiters).map(
              ([sign, name]) => [sign, t(`delimiter.${name}`)] as const,
            )}
            onChange={(delimiter) => onChange({ delimiter })}
          />
        )}
        <ChoiceField
          label={t('imports.kind')}
          hint={t('imports.kindHint')}
          at="kind"
          value={mapping.kind}
          choices={[
            ['PERSON', t('customers.people')],
            ['COMPANY', t('customers.companies')],
          ]}
          onChange={(kind) => onChange({ kind: kind as Mapping['kind'] })}
        />
        {has.header && (
          <label className="check">
            <input
              type="checkbox"
              data-testid="import-header"
              checked={mapping.header}
              onChange={(event) => onChange({ header: event.target.checked })}
            />
            {t('imports.header')}
          </label>
        )}
      </div>
      <Elsewhere mapping={mapping} onChange={onChange} />
    </section>
  );
}

/** Records that another program keeps are known again by its keys. */
function Elsewhere({ mapping, onChange }: Pick<Props, 'mapping' | 'onChange'>) {
  const t = useTexts();
  const faults = useContext(Faults);
  const [typed, setTyped] = useState<string | null>(null);
  const key = mapping.columns.find(({ field }) => field === 'sourceKey');
  // Where a column says which program it is, as in our own exports, there is nothing to write.
  const said = mapping.columns.some(({ field }) => field === 'source');
  const open = (key !== undefined && !said) || mapping.source !== null;
  const needsKey = faults.some(({ field }) => field === 'columns');
  const commit = () => {
    if (typed !== null && typed.trim() !== (mapping.source ?? '')) {
      onChange({ source: typed.trim() === '' ? null : typed.trim() });
    }
    setTyped(null);
  };
  return (
    <details className="import-elsewhere" open={open}>
      <summary>{t('imports.elsewhere')}</summary>
      <p className="small">{t('imports.elsewhereMeans')}</p>
      <div
        className="import-source"
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            commit();
          }
        }}
        role="presentation"
      >
        <TextField
          label={t('imports.source')}
          hint={t('imports.sourceHint')}
          at="source"
          ltr
          maxLength={64}
          value={typed ?? mapping.source ?? ''}
          onChange={setTyped}
        />
        <p className={needsKey ? 'fault' : 'small'}>
          {key === undefined
            ? t('imports.keyMissing')
            : t('imports.keyIn', {
                column: key.name === '' ? t('importField.sourceKey') : isolated(key.name),
              })}
        </p>
      </div>
    </details>
  );
}
