import type { CallBack, Case, Category, Team, WholeCase } from '../src/cases/wire';
import type {
  Access,
  CustomerSummary,
  FullCustomer,
  OwnField,
  Segment,
  Tag,
  TimelineEntry,
} from '../src/customers/wire';
import { ago, detail, pastCalls } from './cast';

const iso = (minutes: number): string => new Date(ago(minutes)).toISOString();
const ahead = (minutes: number): string => iso(-minutes);

const leila = { login: 'leila', name: 'Leila Karimi' };
const pars = { id: 31, name: 'شرکت پارس الکترونیک' };

export const segments: readonly Segment[] = [
  { id: 1, name: 'VIP', standing: 10 },
  { id: 2, name: 'partner', standing: 5 },
];
export const tags: readonly Tag[] = [
  { id: 1, name: 'نمایشگاه ۱۴۰۵' },
  { id: 2, name: 'newsletter' },
];
export const ownFields: readonly OwnField[] = [
  { id: 1, name: 'contract', label: 'Contract number', kind: 'TEXT', choices: [], position: 1 },
  { id: 2, name: 'level', label: 'سطح خدمات', kind: 'CHOICE', choices: ['طلایی', 'نقره‌ای'], position: 2 },
  { id: 3, name: 'since', label: 'Customer since', kind: 'DATE', choices: [], position: 3 },
  { id: 4, name: 'visited', label: 'Visited', kind: 'YES_NO', choices: [], position: 4 },
];

function summary(id: number, name: string, changes: Partial<CustomerSummary> = {}): CustomerSummary {
  return {
    id,
    kind: 'PERSON',
    name,
    company: null,
    segment: null,
    language: null,
    owner: null,
    warning: null,
    doNotCall: false,
    numbers: [],
    mails: [],
    tags: [],
    ...changes,
  };
}

const number = (e164: string, display: string, label = '', extension: string | null = null) => ({
  raw: display,
  e164,
  display,
  extension,
  label,
});

export const found: readonly CustomerSummary[] = [
  summary(17, 'مریم جعفری', {
    company: pars,
    segment: 'VIP',
    owner: leila,
    numbers: [number('+989121234567', '0912 123 4567', 'mobile'), number('+982112345678', '021 1234 5678')],
    mails: ['maryam@pars.example'],
    tags: ['نمایشگاه ۱۴۰۵'],
  }),
  summary(20, 'Maryam Jaafari', { numbers: [number('+982112345678', '021 1234 5678', '', '101')] }),
  summary(18, 'Anna Schmidt', {
    company: { id: 32, name: 'Nordic Paper' },
    segment: 'partner',
    numbers: [number('+4930901820', '+49 30 901820')],
    mails: ['anna.schmidt@nordic.example'],
  }),
  summary(19, 'Иван Кузнецов', {
    company: { id: 33, name: 'ООО «Север»' },
    doNotCall: true,
    owner: { login: 'darya', name: 'Darya Sokolova' },
    numbers: [number('+74951234567', '+7 495 123-45-67')],
  }),
  summary(31, 'شرکت پارس الکترونیک', {
    kind: 'COMPANY',
    numbers: [number('+982188990000', '021 8899 0000', 'switchboard')],
    tags: ['newsletter', 'نمایشگاه ۱۴۰۵'],
  }),
];

export const maryam: FullCustomer = {
  ...summary(17, 'مریم جعفری', {
    company: pars,
    segment: 'VIP',
    language: 'fa',
    owner: leila,
    warning: 'Has a hearing problem: speak slowly. با او آهسته سخن بگویید.',
    mails: ['maryam@pars.example', 'm.jafari@example.com'],
    tags: ['نمایشگاه ۱۴۰۵'],
  }),
  version: 7,
  sayAs: 'Maryam Jafari',
  numbers: [
    {
      ...number('+989121234567', '0912 123 4567', 'mobile'),
      id: 1,
      moved: false,
      movedAt: null,
      sharedWith: [],
    },
    {
      ...number('+982112345678', '021 1234 5678', 'office', '101'),
      id: 2,
      moved: false,
      movedAt: null,
      sharedWith: [
        { id: 20, name: 'Maryam Jaafari' },
        { id: 18, name: 'Anna Schmidt' },
      ],
    },
    {
      ...number('+989351112233', '0935 111 2233', 'mobile'),
      id: 3,
      moved: true,
      movedAt: iso(60 * 24 * 40),
      sharedWith: [],
    },
    {
      raw: '0912 12',
      e164: null,
      display: '0912 12',
      extension: null,
      label: '',
      id: 4,
      moved: false,
      movedAt: null,
      sharedWith: [],
    },
  ],
  addresses: [
    {
      label: 'دفتر',
      street: 'خیابان ولیعصر، پلاک ۱۲',
      postalCode: '1511943943',
      city: 'تهران',
      region: '',
      country: 'IR',
    },
  ],
  consents: [
    { about: 'CALL', given: true, at: iso(60 * 24 * 90), by: 'sara', remark: 'on the phone' },
    { about: 'MARKETING', given: false, at: iso(60 * 24 * 2), by: 'omid', remark: '' },
  ],
  fields: { contract: 'PE-2024-118', level: 'طلایی', visited: true },
  source: 'erp',
  sourceKey: 'C-00917',
  createdAt: iso(60 * 24 * 300),
  changedAt: iso(60 * 26),
  mergedInto: null,
};

export const company: FullCustomer = {
  ...maryam,
  ...found[4],
  id: 31,
  kind: 'COMPANY',
  name: 'شرکت پارس الکترونیک',
  company: null,
  sayAs: null,
  warning: null,
  numbers: maryam.numbers.slice(1, 2),
};

export const access: readonly Access[] = [
  { id: 3, what: 'EDITED', by: leila, at: iso(60 * 26), detail: 'numbers, warning' },
  { id: 2, what: 'VIEWED', by: { login: 'sara', name: 'Sara Ahmadi' }, at: iso(60 * 27), detail: '' },
];

const sales = { id: 1, name: 'Sales' };
export const teams: readonly Team[] = [
  { ...sales, people: ['sara', 'omid'] },
  { id: 2, name: 'انبار', people: ['reza'] },
];
export const categories: readonly Category[] = [
  {
    id: 1,
    name: 'Delivery',
    kind: 'COMPLAINT',
    team: { id: 2, name: 'انبار' },
    escalationTeam: sales,
    firstAnswerMinutes: 60,
    solutionMinutes: 60 * 24,
    active: true,
  },
  {
    id: 2,
    name: 'درخواست پیش‌فاکتور',
    kind: 'REQUEST',
    team: sales,
    escalationTeam: null,
    firstAnswerMinutes: null,
    solutionMinutes: 480,
    active: true,
  },
];

function one(id: number, title: string, changes: Partial<Case> = {}): Case {
  return {
    id,
    version: 4,
    customer: { id: 17, name: 'مریم جعفری' },
    category: { id: 1, name: 'Delivery' },
    kind: 'COMPLAINT',
    title,
    text: 'Two of five boxes were missing. She sends a photo of what came.\nشمارهٔ سفارش ۱۲۲۳۴.',
    priority: 'HIGH',
    state: 'IN_WORK',
    team: { id: 2, name: 'انبار' },
    person: { login: 'reza', name: 'رضا کاظمی' },
    openedAt: iso(60 * 25),
    openedBy: 'sara',
    dueAt: iso(60),
    answerDueAt: iso(60 * 24),
    firstAnswerAt: iso(60 * 24 + 20),
    solvedAt: null,
    closedAt: null,
    escalatedAt: iso(55),
    overdue: true,
    firstAnswerSeconds: 2400,
    solutionSeconds: null,
    next: ['WAITING', 'SOLVED', 'CLOSED'],
    ...changes,
  };
}

export const cases: readonly Case[] = [
  one(81, 'دو جعبه نرسیده است'),
  one(82, 'Wants a quote for 40 boxes', {
    customer: { id: 18, name: 'Anna Schmidt' },
    category: { id: 2, name: 'درخواست پیش‌فاکتور' },
    kind: 'REQUEST',
    priority: 'NORMAL',
    state: 'NEW',
    person: null,
    team: sales,
    dueAt: ahead(95),
    answerDueAt: null,
    firstAnswerAt: null,
    firstAnswerSeconds: null,
    overdue: false,
    escalatedAt: null,
  }),
  one(83, 'Неверный счёт', {
    customer: { id: 19, name: 'Иван Кузнецов' },
    priority: 'URGENT',
    state: 'WAITING',
    dueAt: ahead(60 * 50),
    overdue: false,
    escalatedAt: null,
  }),
  one(84, 'Change of address', {
    priority: 'LOW',
    state: 'NEW',
    dueAt: null,
    answerDueAt: null,
    overdue: false,
  }),
];

const step = (
  minutes: number,
  by: string | null,
  what: WholeCase['steps'][number]['what'],
  changes = {},
) => ({
  at: iso(minutes),
  by,
  what,
  was: null,
  became: null,
  text: '',
  ...changes,
});

export const wholeCase: WholeCase = {
  whole: one(81, 'دو جعبه نرسیده است'),
  steps: [
    step(60 * 25, 'sara', 'OPENED'),
    step(60 * 24 + 20, 'sara', 'ANSWERED', { text: 'Told her that we look for the boxes.' }),
    step(60 * 20, 'reza', 'STATE', { was: 'NEW', became: 'IN_WORK' }),
    step(60 * 19, 'reza', 'PERSON', { became: 'reza' }),
    step(60 * 3, 'omid', 'CALL', { became: 'pbx1/90' }),
    step(55, null, 'ESCALATED', { was: iso(60), text: 'solution' }),
    step(55, null, 'PRIORITY', { was: 'NORMAL', became: 'HIGH' }),
  ],
  calls: [{ pbx: 'pbx1', id: '90' }],
};

export const callBacks: readonly CallBack[] = [
  {
    id: 5,
    version: 1,
    customer: { id: 17, name: 'مریم جعفری' },
    number: '+989121234567',
    display: '0912 123 4567',
    dueAt: iso(12),
    person: leila,
    state: 'OPEN',
    remark: 'about the missing boxes',
    madeAt: iso(600),
    madeBy: 'sara',
    endedAt: null,
    endedBy: null,
    overdue: true,
  },
  {
    id: 6,
    version: 1,
    customer: null,
    number: '+4930901820',
    display: '+49 30 901820',
    dueAt: ahead(120),
    person: null,
    state: 'OPEN',
    remark: '',
    madeAt: iso(60),
    madeBy: 'omid',
    endedAt: null,
    endedBy: null,
    overdue: false,
  },
];

export const entries: readonly TimelineEntry[] = [
  { kind: 'call', at: iso(9), id: 'pbx1/90', call: { ...detail, ...pastCalls[0] } },
  {
    kind: 'note',
    at: iso(8),
    id: '3',
    by: { login: 'sara', name: 'Sara Ahmadi' },
    text: 'فاکتور مهر را می‌خواهد.\nTwo boxes were missing, sends a photo.',
  },
  ...callBacks
    .slice(0, 1)
    .map((promise): TimelineEntry => ({ kind: 'callBack', at: iso(7), id: '5', promise })),
  ...cases.slice(0, 1).map((opened): TimelineEntry => ({ kind: 'case', at: iso(60 * 25), id: '81', opened })),
  { kind: 'call', at: iso(60 * 26), id: 'pbx1/88', call: { ...detail, ...pastCalls[2] } },
];
