import type { Directories } from '../src/switchroom/directories';

export const otherDirectories: Directories = {
  directories: [
    {
      directory: {
        name: 'کارکنان',
        kind: 'ldap',
        where: 'ldaps://ldap.example.com/ou=people,dc=example,dc=com',
        state: 'up',
        reason: null,
        lastAnswer: Date.parse('2026-11-24T08:40:05Z'),
        answers: 1204,
        misses: 318,
        late: 2,
        failures: 0,
        cached: 977,
        remembered: 640,
      },
      writeBack: null,
    },
    {
      directory: {
        name: 'CRM',
        kind: 'http',
        where: 'https://crm.example.com/api/people',
        state: 'away',
        reason: 'no answer within 300 ms',
        lastAnswer: null,
        answers: 0,
        misses: 0,
        late: 4,
        failures: 1,
        cached: 0,
        remembered: 0,
      },
      writeBack: { waiting: 12, told: 0, givenUp: 0, trouble: 'HTTP 503' },
    },
  ],
};
