import { useState } from 'react';
import { useTexts } from '../texts/use-texts';
import { exportFile, type ExportFormat } from './api';

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'vcard'];

/** Customers as a file: all, or those that a search finds. */
export function Exports() {
  const t = useTexts();
  const [q, setQ] = useState('');
  const some = q.trim() !== '';
  return (
    <section className="panel import-panel" aria-labelledby="export-title">
      <h2 id="export-title">{t('imports.export')}</h2>
      <p className="faint">{t('imports.exportWhat')}</p>
      <div className="field">
        <label htmlFor="export-q">{t('imports.exportSome')}</label>
        <input
          id="export-q"
          type="search"
          dir="auto"
          maxLength={100}
          aria-describedby="export-hint"
          placeholder={t('customers.searchHint')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <p className="hint" id="export-hint">
          {t(some ? 'imports.exportFound' : 'imports.exportAll')}
        </p>
      </div>
      <ul className="export-kinds">
        {formats.map((format) => (
          <li key={format}>
            <a href={exportFile(format, q)} download className="button" data-testid={`export-${format}`}>
              {format === 'vcard' ? 'vCard' : format.toUpperCase()}
            </a>
            <span className="small">{t(`exportKind.${format}`)}</span>
          </li>
        ))}
      </ul>
      <p className="faint">{t('imports.exportWritten')}</p>
    </section>
  );
}
