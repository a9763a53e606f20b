import type { ReactNode } from 'react';
import { useTexts } from '../../texts/use-texts';

interface Props {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** Any number of lines of one kind, and a way to one more. */
export function Lines({ title, add, onAdd, children }: Props) {
  return (
    <fieldset className="lines">
      <legend>{title}</legend>
      {children}
      <button type="button" className="quiet add-line" onClick={onAdd}>
        + {add}
      </button>
    </fieldset>
  );
}

interface LineProps {
  readonly what: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function OneLine({ what, onRemove, children }: LineProps) {
  const t = useTexts();
  return (
    <div className="line">
      {children}
      <button
        type="button"
        className="quiet remove-line"
        onClick={onRemove}
        aria-label={t('forms.remove', { what })}
        title={t('forms.remove', { what })}
      >
        ×
      </button>
    </div>
  );
}
