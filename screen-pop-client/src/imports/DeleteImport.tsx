import { useState } from 'react';
import { isolated } from '../format/plain';
import { useSending } from '../forms/use-sending';
import { useTexts } from '../texts/use-texts';
import { remove } from './api';
import { ImportRefused } from './ImportRefused';
import type { ImportJob } from './wire';

/** Asked twice; customers that came from it stay. */
export function DeleteImport({ job, onDone }: { readonly job: ImportJob; readonly onDone: () => void }) {
  const t = useTexts();
  const [sure, setSure] = useState(false);
  const { failed, send } = useSending();
  const press = () => {
    if (!sure) {
      setSure(true);
      return;
    }
    setSure(false);
    void send(async () => {
      await remove(job.id);
      onDone();
    });
  };
  return (
    <span className="import-delete">
      <button
        type="button"
        className={sure ? 'danger' : 'quiet'}
        onClick={press}
        onBlur={() => setSure(false)}
      >
        {t(sure ? 'definitions.sure' : 'definitions.delete')}
        <span className="said"> {isolated(job.name)}</span>
      </button>
      {sure && <small className="faint">{t('imports.deleteMeans')}</small>}
      <ImportRefused failed={failed} />
    </span>
  );
}
