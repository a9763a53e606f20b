import { TextField } from '../../forms/TextField';
import { useTexts } from '../../texts/use-texts';
import { newNumber } from '../form';
import { Lines, OneLine } from './Lines';
import { changed, without, type PartProps } from './parts';

const labels = ['mobile', 'office', 'home', 'switchboard', 'fax'] as const;

export function NumbersEdit({ form, onChange }: PartProps) {
  const t = useTexts();
  const { numbers } = form;
  return (
    <Lines
      title={t('customer.numbers')}
      add={t('customer.addNumber')}
      onAdd={() => onChange({ numbers: [...numbers, newNumber()] })}
    >
      <datalist id="number-labels">
        {labels.map((label) => (
          <option key={label} value={t(`numberLabel.${label}`)} />
        ))}
      </datalist>
      {numbers.map((line, at) => (
        <OneLine
          key={line.key}
          what={t('customer.number')}
          onRemove={() => onChange({ numbers: without(numbers, line.key) })}
        >
          <TextField
            label={t('customer.number')}
            at={`numbers[${at}].raw`}
            quiet={at > 0}
            value={line.raw}
            ltr
            type="tel"
            maxLength={64}
            onChange={(raw) => onChange({ numbers: changed(numbers, line.key, { raw }) })}
          />
          <TextField
            label={t('customer.extension')}
            at={`numbers[${at}].extension`}
            quiet={at > 0}
            value={line.extension}
            ltr
            maxLength={16}
            onChange={(extension) => onChange({ numbers: changed(numbers, line.key, { extension }) })}
          />
          <TextField
            label={t('customer.label')}
            at={`numbers[${at}].label`}
            quiet={at > 0}
            value={line.label}
            maxLength={32}
            list="number-labels"
            onChange={(label) => onChange({ numbers: changed(numbers, line.key, { label }) })}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={line.moved}
              onChange={(event) =>
                onChange({ numbers: changed(numbers, line.key, { moved: event.target.checked }) })
              }
            />
            {t('customer.moved')}
          </label>
        </OneLine>
      ))}
    </Lines>
  );
}
