/** The texts of directories that others keep. */
export default {
  'directories.title': 'Other directories',
  'directories.order': 'In the order in which they are believed; the own book comes before all of them.',
  'directories.up': 'answers',
  'directories.away': 'is not asked now',
  'directories.never': 'It has not answered yet.',
  'directories.lastAnswer': 'Last answer {{time}}',
  'directories.reason': 'It says: {{reason}}',
  'directories.mend':
    'Calls and cards do not wait for it. It is tried again every minute at the latest; what it knew lately is still shown.',
  'directories.answers': 'knew the number',
  'directories.misses': 'had nobody',
  'directories.late': 'too late',
  'directories.failures': 'failed',
  'directories.cached': 'from memory',
  'directories.writeBack': 'Calls written back: {{told}}; waiting: {{waiting}}; given up: {{givenUp}}.',
  'directories.kind.ldap': 'LDAP',
  'directories.kind.carddav': 'CardDAV',
  'directories.kind.http': 'HTTP/JSON',
};
