import type {
  CauseList,
  ImportJob,
  ImportPreview,
  ImportRefusal,
  Mapping,
  RefusalPage,
} from '../src/imports/wire';
import { ago } from './cast';

const iso = (minutes: number): string => new Date(ago(minutes)).toISOString();

const mapping: Mapping = {
  encoding: 'windows-1256',
  delimiter: ';',
  header: true,
  sheet: 0,
  kind: 'PERSON',
  source: null,
  columns: [
    { name: 'نام و نام خانوادگی', field: 'name', label: '' },
    { name: 'موبایل', field: 'number', label: 'موبایل' },
    { name: 'Tel. Büro', field: 'number', label: 'office' },
    { name: 'شرکت', field: 'company', label: '' },
    { name: 'Mail', field: 'mail', label: '' },
    { name: 'آدرس', field: 'street', label: 'office' },
    { name: 'شهر', field: 'city', label: '' },
    { name: 'سطح', field: 'fields.level', label: '' },
    { name: 'Bemerkung', field: '', label: '' },
    { name: '', field: '', label: '' },
  ],
};

const rows = [
  [
    'مریم جعفری',
    '۰۹۱۲ ۱۲۳ ۴۵۶۷',
    '',
    'شرکت پارس الکترونیک',
    'maryam@pars.example',
    'خیابان ولیعصر\nپلاک ۱۲',
    'تهران',
  ],
  [
    'Anna Schmidt',
    '',
    '+49 30 901820',
    'Nordic Paper',
    'anna.schmidt@nordic.example',
    '',
    'Berlin',
    'طلایی',
    '=1+1',
  ],
  ['Иван Кузнецов', '+7 (495) 123-45-67', '', 'ООО «Север»', 'no mail', '', 'Москва', 'медь', '-'],
  ['', '0912 000 1122', '', '', '', '', '', '', 'who is this?', 'x'],
  [
    '<b>Reza</b> \u202Egnp.exe',
    '0935 111 2233',
    '021 8899 0000 ext 12',
    '',
    '',
    'Main Street 1, somewhere very far away',
    '',
  ],
];

const uploaded: ImportJob = {
  id: 1,
  name: 'مشتریان ۱۴۰۵.csv',
  format: 'CSV',
  bytes: 4_120_332,
  dryRun: false,
  state: 'UPLOADED',
  position: 0,
  totalRows: null,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  trouble: null,
  by: 'admin',
  madeAt: iso(12),
  startedAt: null,
  endedAt: null,
  mapping,
};
const tried: ImportJob = {
  ...uploaded,
  id: 2,
  dryRun: true,
  state: 'DONE',
  position: 2011,
  totalRows: 2011,
  added: 1948,
  unchanged: 41,
  refused: 21,
  startedAt: iso(3),
  endedAt: iso(2),
};
export const running: ImportJob = {
  ...uploaded,
  id: 3,
  name: 'crm-export-2026-11-25-all-customers-final-2.xlsx',
  format: 'XLSX',
  state: 'RUNNING',
  position: 31_204,
  totalRows: 50_000,
  added: 29_870,
  changed: 912,
  unchanged: 120,
  refused: 301,
  startedAt: iso(1),
};
const stopped: ImportJob = {
  ...running,
  id: 4,
  state: 'STOPPED',
  endedAt: iso(1),
  trouble: { reason: 'server-ended', row: null, detail: 'The server ended; run it again to go on.' },
};
const failed: ImportJob = {
  ...stopped,
  id: 5,
  name: 'list.csv',
  format: 'CSV',
  bytes: 80_211,
  state: 'FAILED',
  position: 1203,
  totalRows: 1203,
  added: 1200,
  changed: 0,
  unchanged: 0,
  refused: 0,
  trouble: { reason: 'too-long', row: 1204, detail: 'Row 1204: more than 1048576 characters.' },
};
const done: ImportJob = {
  ...tried,
  id: 6,
  dryRun: false,
  name: 'newsletter.vcf',
  format: 'VCARD',
  bytes: 81_000,
};

const refused: readonly ImportRefusal[] = [
  { row: 4, field: 'Mail', value: 'no mail', reason: 'invalid', wholeRow: false },
  { row: 4, field: 'سطح', value: 'медь', reason: 'wrong-type', wholeRow: false },
  { row: 5, field: 'نام و نام خانوادگی', value: '', reason: 'missing', wholeRow: true },
  { row: 17, field: 'نام و نام خانوادگی', value: 'evil gnp.exe', reason: 'bidi-characters', wholeRow: true },
  { row: 1204, field: 'Tel. Büro', value: '0'.repeat(70), reason: 'too-long', wholeRow: false },
];
const refusals: RefusalPage = { refusals: refused, next: '1204.0' };
const causes: CauseList = {
  causes: [
    { field: 'Mail', reason: 'invalid', wholeRow: false, times: 1480 },
    { field: 'نام و نام خانوادگی', reason: 'missing', wholeRow: true, times: 20 },
    { field: 'سطح', reason: 'wrong-type', wholeRow: false, times: 12 },
  ],
};

const preview = (job: ImportJob): ImportPreview => ({ job, sheets: [], rows });

/** A workbook whose keys are another program's, before anybody said which. */
const workbook: ImportPreview = {
  job: {
    ...uploaded,
    id: 7,
    name: 'crm.xlsx',
    format: 'XLSX',
    mapping: {
      ...mapping,
      kind: 'COMPANY',
      columns: [
        { name: 'ID', field: '', label: '' },
        { name: 'Firma', field: '', label: '' },
        { name: 'Ort', field: 'city', label: '' },
        { name: 'Durchwahl', field: 'extension', label: '' },
      ],
    },
  },
  sheets: ['Kunden', 'مشتریان قدیمی', 'Notes'],
  rows: [
    ['K-1', 'Nordic Paper', 'Oslo', '12'],
    ['K-2', 'شرکت پارس الکترونیک', 'تهران', ''],
  ],
};

/** An address book: a column for whatever cards may have, most of them empty. */
const cards: ImportPreview = {
  job: {
    ...uploaded,
    id: 8,
    name: 'contacts.vcf',
    format: 'VCARD',
    mapping: {
      ...mapping,
      encoding: 'UTF-8',
      columns: [
        ['FN', 'name'],
        ['ORG', 'company'],
        ['UID', ''],
        ['NOTE', ''],
        ['TEL 1', 'number'],
        ['TEL 1 TYPE', 'numberLabel'],
        ['TEL 2', 'number'],
        ['EMAIL 1', 'mail'],
        ['X-SANTRAL-SOURCE', 'source'],
        ['X-SANTRAL-SOURCE-KEY', 'sourceKey'],
      ].map(([name = '', field = '']) => ({ name, field, label: '' })),
    },
  },
  sheets: [],
  rows: [
    ['مریم جعفری', '', '', 'شنبه‌ها تماس بگیرید', '+98 912 123 4567', 'cell'],
    ['Anna Schmidt', 'Nordic Paper', '', '', '+49 30 901820', 'work'],
  ],
};

const about = (job: ImportJob) => ({
  [`GET /api/imports/${job.id}`]: job,
  [`GET /api/imports/${job.id}/preview`]: preview(job),
  [`GET /api/imports/${job.id}/refusals`]: refusals,
  [`GET /api/imports/${job.id}/refusals/causes`]: causes,
});

/** What the server says of files that came. */
export const arrivals = {
  'GET /api/imports': { imports: [running, uploaded, tried, stopped, failed, done] },
  ...about(uploaded),
  ...about(tried),
  ...about(running),
  ...about(stopped),
  ...about(failed),
  ...about(done),
  'GET /api/imports/7': workbook.job,
  'GET /api/imports/7/preview': workbook,
  'GET /api/imports/8': cards.job,
  'GET /api/imports/8/preview': cards,
};
