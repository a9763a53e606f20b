import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Name } from '../format/Isolated';
import { isolated } from '../format/plain';
import { size } from '../format/sizes';
import type { Sent } from '../link/upload';
import { useTexts } from '../texts/use-texts';
import { take } from './api';
import { ImportRefused } from './ImportRefused';
import { useDrop } from './use-drop';

/** What is offered when a file is chosen; old ones too, so that it can be said how to save them. */
const KINDS = '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.vcf,.vcard';

interface Coming {
  readonly file: File;
  readonly sent: Sent;
  readonly stop: AbortController;
}

/** A file is looked at as soon as it is chosen: nothing of it is in the book before somebody says so. */
export function Upload() {
  const t = useTexts();
  const [, go] = useLocation();
  const [coming, setComing] = useState<Coming | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const now = useRef<AbortController>(null);
  useEffect(() => () => now.current?.abort(), []);

  const begin = async (file: File) => {
    if (now.current !== null) {
      return;
    }
    const stop = new AbortController();
    now.current = stop;
    setFailed(null);
    setComing({ file, sent: { bytes: 0, of: file.size }, stop });
    try {
      const { job } = await take(file, (sent) => setComing({ file, sent, stop }), stop.signal);
      go(`/imports/${job.id}`);
    } catch (error) {
      if (!stop.signal.aborted) {
        setFailed(error instanceof Error ? error : new Error(String(error)));
      }
    } finally {
      now.current = null;
      setComing(null);
    }
  };
  const over = useDrop((file) => void begin(file));
  return (
    <section className="panel import-panel" aria-labelledby="import-title">
      <h2 id="import-title">{t('imports.bringIn')}</h2>
      <ImportRefused failed={failed} />
      {coming === null ? (
        <label className={over ? 'import-drop import-drop-over' : 'import-drop'}>
          <strong>{t('imports.chooseFile')}</strong>
          <span>{t('imports.dropFile')}</span>
          <span className="small">{t('imports.kindsOfFile')}</span>
          <input
            type="file"
            className="said"
            accept={KINDS}
            data-testid="import-file"
            onChange={(event) => {
              const file = event.target.files?.[0];
              // The same file chosen again, after it was mended, is another one.
              event.target.value = '';
              if (file !== undefined) {
                void begin(file);
              }
            }}
          />
        </label>
      ) : (
        <Sending coming={coming} />
      )}
      <p className="faint">{t('imports.nothingYet')}</p>
    </section>
  );
}

function Sending({ coming: { file, sent, stop } }: { readonly coming: Coming }) {
  const t = useTexts();
  const isThere = sent.of > 0 && sent.bytes >= sent.of;
  return (
    <div className="import-sending" data-testid="import-sending">
      <p>
        <Name>{file.name}</Name>{' '}
        <span className="faint figure" role="status">
          {isThere
            ? t('imports.reading')
            : t('imports.sent', { sent: isolated(size(sent.bytes)), of: isolated(size(sent.of)) })}
        </span>
      </p>
      <progress
        className="import-progress"
        aria-label={t('imports.sending')}
        {...(isThere ? {} : { value: sent.bytes, max: Math.max(1, sent.of) })}
      />
      <button type="button" onClick={() => stop.abort()}>
        {t('forms.cancel')}
      </button>
    </div>
  );
}
