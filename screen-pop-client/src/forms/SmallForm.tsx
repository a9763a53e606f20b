import { useEffect, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useTexts } from '../texts/use-texts';
import { Faults } from './Field';
import { faultsOf } from './faults';
import { Refusal } from './Refusal';
import { useSending } from './use-sending';

interface Props {
  readonly label: string;
  readonly go: string;
  /** Fields that show their own faults. */
  readonly fields: readonly string[];
  /** Sends it; what it throws is said. */
  readonly onSend: () => Promise<void>;
  readonly onCancel: () => void;
  /** One line a field: Enter alone sends, which is what the button says. */
  readonly oneLiners?: boolean;
  readonly children: ReactNode;
}

/** A form that opens where one is: the first field has the focus, Ctrl Enter sends, Escape closes. */
export function SmallForm({ label, go, fields, onSend, onCancel, oneLiners = false, children }: Props) {
  const t = useTexts();
  const { sending, failed, send } = useSending();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = () => void send(onSend);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <Faults value={faultsOf(failed)}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={form}
        className="panel small-form"
        aria-label={label}
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        <Refusal failed={failed} fields={fields} />
        {children}
        <div className="form-end">
          <button type="submit" className="primary" disabled={sending}>
            {sending ? t('forms.saving') : go} <kbd>{oneLiners ? '⏎' : 'Ctrl ⏎'}</kbd>
          </button>
          <button type="button" onClick={onCancel}>
            {t('forms.cancel')}
          </button>
        </div>
      </form>
    </Faults>
  );
}
