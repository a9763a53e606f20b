import { Tabs } from '../customers/Tabs';
import { useTexts } from '../texts/use-texts';
import { Earlier } from './Earlier';
import { Exports } from './Exports';
import { Upload } from './Upload';
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
        <Exports />
      </div>
      <Earlier />
    </div>
  );
}
