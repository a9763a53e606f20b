import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/use-texts';
import { differences, kept, taking, type Part } from './conflict';
import { inWords } from './in-words';
import type { Form } from './form';

interface Props {
  readonly base: Form;
  readonly mine: Form;
  readonly theirs: Form;
  readonly onSettled: (form: Form) => void;
}

/** Somebody else saved first: what they changed, and whose word counts where both did. Nobody's is lost unseen. */
export function Conflict({ base, mine, theirs, onSettled }: Props) {
  const t = useTexts();
  const found = differences(base, mine, theirs);
  const [keeps, setKeeps] = useState<readonly Part[]>([]);
  const taken = found.map(({ part }) => part).filter((part) => !keeps.includes(part));
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const settle = () => onSettled(taking(kept(mine, theirs), theirs, taken));
  return (
    <section
      ref={place}
      className="conflict"
      role="alertdialog"
      aria-labelledby="conflict-title"
      data-testid="conflict"
    >
      <h2 id="conflict-title">{t('conflict.title')}</h2>
      <p>{t('conflict.what')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ part, clash }) => (
            <tr key={part} data-part={part}>
              <th scope="row">{t(`part.${part}`)}</th>
              <td>
                <Version
                  part={part}
                  chosen={taken.includes(part)}
                  said={inWords(theirs, part, t)}
                  clash={clash}
                  onChoose={() => setKeeps(keeps.filter((one) => one !== part))}
                  label={t('conflict.take')}
                />
              </td>
              <td>
                {clash ? (
                  <Version
                    part={part}
                    chosen={keeps.includes(part)}
                    said={inWords(mine, part, t)}
                    clash
                    onChoose={() => setKeeps([...keeps, part])}
                    label={t('conflict.keep')}
                  />
                ) : (
                  <span className="faint">{t('conflict.unchanged')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="primary" onClick={settle}>
        {t('conflict.settle')}
      </button>
    </section>
  );
}

interface VersionProps {
  readonly part: Part;
  readonly chosen: boolean;
  readonly clash: boolean;
  readonly said: string;
  readonly label: string;
  readonly onChoose: () => void;
}

function Version({ part, chosen, clash, said, label, onChoose }: VersionProps) {
  const text = <span className="version">{said}</span>;
  return clash ? (
    <label className="check">
      <input type="radio" name={`conflict-${part}`} checked={chosen} onChange={onChoose} />
      <span>
        {text} <small className="faint">{label}</small>
      </span>
    </label>
  ) : (
    text
  );
}
