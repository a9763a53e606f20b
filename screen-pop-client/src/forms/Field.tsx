import { createContext, useContext, useId, type ReactNode } from 'react';
import type { Fault } from '../link/wire';
import { faultsAt } from './faults';
import { useFault } from './use-fault';
import './forms.css';

/** What the server found wrong with the form around; each field takes its own. */
export const Faults = createContext<readonly Fault[]>([]);

/** What a control needs to be named, and to say what is wrong with it. */
interface Wired {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  readonly label: string;
  /** As the server names it: `numbers[1].raw`. */
  readonly at: string;
  readonly hint?: string | undefined;
  /** The label is only said: a heading above the column shows it. */
  readonly quiet?: boolean;
  readonly wide?: boolean;
  readonly children: (wired: Wired) => ReactNode;
}

/** A labelled control with its faults under it. */
export function Field({ label, at, hint, quiet = false, wide = false, children }: Props) {
  const id = useId();
  const fault = useFault();
  const faults = faultsAt(useContext(Faults), at);
  const said = faults.length > 0 ? `${id}-fault` : hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={wide ? 'field field-wide' : 'field'} data-field={at}>
      <label htmlFor={id} className={quiet ? 'said' : undefined}>
        {label}
      </label>
      {children({ id, 'aria-invalid': faults.length > 0, 'aria-describedby': said })}
      {faults.length > 0 ? (
        <p className="fault" id={`${id}-fault`}>
          {faults.map(fault).join(' ')}
        </p>
      ) : (
        hint !== undefined && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
