import { useEffect } from 'react';
import { Refusal } from '../forms/Refusal';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { directories, type OutsideDirectory, type WriteBack } from './directories';

const EVERY_MILLIS = 5000;
const counted = ['answers', 'misses', 'late', 'failures', 'cached'] as const;

/** Directories that others keep, in the order in which they are believed; nothing where none is attached. */
export function Directories() {
  const t = useTexts();
  const { value, failed, again } = useLoaded(directories, '');
  useEffect(() => {
    const timer = setInterval(again, EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [again]);
  if (failed === null && (value === null || value.directories.length === 0)) {
    return null;
  }
  return (
    <section className="panel directories">
      <h2>{t('directories.title')}</h2>
      <p className="faint">{t('directories.order')}</p>
      <Refusal failed={failed} />
      <ol>
        {value?.directories.map(({ directory, writeBack }) => (
          <li
            key={directory.name}
            className="directory"
            data-testid="directory"
            data-directory={directory.name}
            data-state={directory.state}
          >
            <Head directory={directory} />
            <dl className="directory-figures">
              {counted.map((what) => (
                <div key={what}>
                  <dt>{t(`directories.${what}`)}</dt>
                  <dd className="figure">{count(directory[what])}</dd>
                </div>
              ))}
            </dl>
            {writeBack !== null && <Back writeBack={writeBack} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Head({ directory }: { readonly directory: OutsideDirectory }) {
  const t = useTexts();
  const { moment } = useMoments();
  return (
    <>
      <p className="directory-head">
        <strong>
          <Name>{directory.name}</Name>
        </strong>
        <span className="badge">{t(`directories.kind.${directory.kind}`)}</span>
        <span className="directory-state">{t(`directories.${directory.state}`)}</span>
      </p>
      <p className="faint">
        <code dir="ltr">{directory.where}</code>{' '}
        {directory.lastAnswer === null
          ? t('directories.never')
          : t('directories.lastAnswer', { time: isolated(moment(directory.lastAnswer)) })}
      </p>
      {directory.reason !== null && (
        <p className="directory-reason">
          {t('directories.reason', { reason: isolated(directory.reason) })} {t('directories.mend')}
        </p>
      )}
    </>
  );
}

function Back({ writeBack }: { readonly writeBack: WriteBack }) {
  const t = useTexts();
  const { waiting, told, givenUp, trouble } = writeBack;
  return (
    <p className={trouble === null ? 'faint' : 'directory-reason'}>
      {t('directories.writeBack', { waiting: count(waiting), told: count(told), givenUp: count(givenUp) })}{' '}
      {trouble !== null && t('directories.reason', { reason: isolated(trouble) })}
    </p>
  );
}
