import type { LedgerOverview, LedgerPage } from '../src/link/wire';
import { ago, NOW } from './cast';

const iso = (millis: number) => new Date(millis).toISOString();
const day = (back: number) => iso(NOW - back * 86_400_000).slice(0, 10);

export const ledgerOverview: LedgerOverview = {
  state: {
    trouble: null,
    detail: '/var/log/asterisk/cel-custom',
    readAt: ago(0, 1),
    newestAt: ago(0, 40),
    unread: 0,
    waiting: 2,
    checkedAt: ago(400),
    coversFrom: ago(60 * 24 * 30),
    unreadable: 1,
  },
  days: [
    { day: day(0), live: 412, repaired: 3, unknown: 0, differences: 9 },
    { day: day(1), live: 1284, repaired: 0, unknown: 0, differences: 1 },
    { day: day(2), live: 1190, repaired: 41, unknown: 2, differences: 88 },
    { day: day(3), live: 0, repaired: 0, unknown: 0, differences: 0 },
  ],
};

export const ledgerMissing: LedgerOverview = {
  ...ledgerOverview,
  state: {
    ...ledgerOverview.state,
    trouble: 'folder-missing',
    detail: '/mnt/pbx1/log/cel-custom',
    unread: 48_211,
  },
};

export const ledgerPage: LedgerPage = {
  calls: [
    {
      call: 'pbx1/1732443262.17',
      startedAt: ago(12),
      differences: [
        { field: 'outcome', history: 'UNKNOWN', ledger: 'ANSWERED', mend: 'REPAIRED', foundAt: ago(2) },
        { field: 'agent', history: null, ledger: 'omid', mend: 'REPAIRED', foundAt: ago(2) },
        {
          field: 'leg 1732443262.21 ended',
          history: iso(ago(4)),
          ledger: iso(ago(9)),
          mend: 'REPAIRED',
          foundAt: ago(2),
        },
      ],
      evidence: [
        `${iso(ago(12))} CHAN_START PJSIP/trunk-00000011 (1732443262.17) number=02112345678 dialled=02188880000`,
        `${iso(ago(11))} ANSWER PJSIP/1002-00000012 (1732443262.21) number=1002 app=AppQueue((Outgoing Line))`,
        `${iso(ago(9))} HANGUP PJSIP/1002-00000012 (1732443262.21) extra={"hangupcause":16,"hangupsource":"PJSIP/1002-00000012"}`,
      ],
    },
    {
      call: 'pbx1/1732443300.2',
      startedAt: ago(14),
      differences: [{ field: 'call', history: null, ledger: 'ABANDONED', mend: 'ADDED', foundAt: ago(2) }],
      evidence: [],
    },
    {
      call: 'pbx1/1732430000.7',
      startedAt: ago(60 * 26),
      differences: [{ field: 'call', history: 'ANSWERED', ledger: null, mend: 'LEFT', foundAt: ago(400) }],
      evidence: [],
    },
  ],
  next: 17,
};
