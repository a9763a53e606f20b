import { TextField } from '../../forms/TextField';
import { useTexts } from '../../texts/use-texts';
import { newAddress, type AddressLine } from '../form';
import { Lines, OneLine } from './Lines';
import { changed, without, type PartProps } from './parts';

const parts = [
  ['label', 32],
  ['street', 200],
  ['postalCode', 20],
  ['city', 100],
  ['region', 100],
  ['country', 2],
] as const;

export function AddressesEdit({ form, onChange }: PartProps) {
  const t = useTexts();
  const { addresses } = form;
  return (
    <Lines
      title={t('customer.addresses')}
      add={t('customer.addAddress')}
      onAdd={() => onChange({ addresses: [...addresses, newAddress()] })}
    >
      {addresses.map((line, at) => (
        <OneLine
          key={line.key}
          what={t('customer.address')}
          onRemove={() => onChange({ addresses: without(addresses, line.key) })}
        >
          <div className="fields">
            {parts.map(([part, longest]) => (
              <TextField
                key={part}
                label={t(`address.${part}`)}
                at={`addresses[${at}].${part}`}
                hint={part === 'country' ? t('address.countryHint') : undefined}
                value={line[part]}
                maxLength={longest}
                onChange={(value) =>
                  onChange({ addresses: changed<AddressLine>(addresses, line.key, { [part]: value }) })
                }
              />
            ))}
          </div>
        </OneLine>
      ))}
    </Lines>
  );
}
