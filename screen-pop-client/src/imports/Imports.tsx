import { useState, type SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { Tabs } from '../customers/Tabs';
import { Refusal } from '../forms/Refusal';
import { useSending } from '../forms/use-sending';
import { Name } from '../format/Isolated';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { exportFile, imports, upload } from './api';
import '../customers/customers.css';
import './imports.css';

/** Customers come in as files, and go out as files. */
export function Imports() {
  const t = useTexts();
  return (
    <div className="book">
      <Tabs />
      <h1 className="said">{t('tabs.imports')}</h1>
      <div className="in-and-out">
        <Upload />
        <section className="panel">
          <h2>{t('imports.export')}</h2>
          <p className="faint">{t('imports.exportWhat')}</p>
          <p className="case-states">
            {(['csv', 'xlsx', 'vcard'] as const).map((format) => (
              <a key={format} href={exportFile(format)} download className="button">
                {format === 'vcard' ? 'vCard' : format.toUpperCase()}
              </a>
            ))}
          </p>
        </section>
      </div>
      <Earlier />
    </div>
  );
}

function Upload() {
  const t = useTexts();
  const [, go] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const { sending, failed, send } = useSending();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (file !== null) {
      void send(async () => {
        const job = await upload(file);
        go(`/imports/${job.id}`);
      });
    }
  };
  return (
    <form className="panel" onSubmit={submit}>
      <h2>{t('imports.bringIn')}</h2>
      <Refusal failed={failed} />
      <label className="import-file">
        {t('imports.file')}
        <input
          type="file"
          accept=".csv,.txt,.xlsx,.vcf"
          data-testid="import-file"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
      <button type="submit" className="primary import-go" disabled={file === null || sending}>
        {t(sending ? 'imports.uploading' : 'imports.upload')}
      </button>
    </form>
  );
}

function Earlier() {
  const t = useTexts();
  const { moment } = useMoments();
  const { value, failed } = useLoaded(imports, '');
  return (
    <section className="panel">
      <h2>{t('imports.earlier')}</h2>
      <Refusal failed={failed} />
      {value?.imports.length === 0 && <p className="faint">{t('imports.none')}</p>}
      <ul className="numbers">
        {value?.imports.map((job) => (
          <li key={job.id} data-testid="import">
            <Link href={`/imports/${job.id}`}>
              <Name>{job.name}</Name>
            </Link>
            <span className="figure faint">{moment(Date.parse(job.madeAt))}</span>
            <span className="badge">{t(`importState.${job.state}`)}</span>
            <span className="faint">{t('imports.rows', { shown: count(job.position) })}</span>
            {job.dryRun && <span className="faint">{t('imports.dry')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
