import { TextField } from '../../forms/TextField';
import { useTexts } from '../../texts/use-texts';
import { newKey } from '../form';
import { Lines, OneLine } from './Lines';
import { changed, without, type PartProps } from './parts';

export function MailsEdit({ form, onChange }: PartProps) {
  const t = useTexts();
  const { mails } = form;
  return (
    <Lines
      title={t('customer.mails')}
      add={t('customer.addMail')}
      onAdd={() => onChange({ mails: [...mails, { key: newKey(), address: '' }] })}
    >
      {mails.map((line, at) => (
        <OneLine
          key={line.key}
          what={t('customer.mail')}
          onRemove={() => onChange({ mails: without(mails, line.key) })}
        >
          <TextField
            label={t('customer.mail')}
            at={`mails[${at}]`}
            quiet
            value={line.address}
            ltr
            type="email"
            maxLength={254}
            onChange={(address) => onChange({ mails: changed(mails, line.key, { address }) })}
          />
        </OneLine>
      ))}
    </Lines>
  );
}
