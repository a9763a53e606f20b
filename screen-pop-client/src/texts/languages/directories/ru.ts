/** The texts of directories that others keep. */
export default {
  'directories.title': 'Другие справочники',
  'directories.order': 'В том порядке, в котором им верят; собственная книга — раньше всех.',
  'directories.up': 'отвечает',
  'directories.away': 'сейчас не опрашивается',
  'directories.never': 'Ещё не отвечал.',
  'directories.lastAnswer': 'Последний ответ: {{time}}',
  'directories.reason': 'Сообщает: {{reason}}',
  'directories.mend':
    'Звонки и карточки его не ждут. Проба повторяется не реже раза в минуту; недавно узнанное по-прежнему показывается.',
  'directories.answers': 'знал номер',
  'directories.misses': 'никого не нашёл',
  'directories.late': 'опоздал',
  'directories.failures': 'ошибки',
  'directories.cached': 'из памяти',
  'directories.writeBack': 'Звонков записано в него: {{told}}; ждут: {{waiting}}; оставлено: {{givenUp}}.',
  'directories.kind.ldap': 'LDAP',
  'directories.kind.carddav': 'CardDAV',
  'directories.kind.http': 'HTTP/JSON',
};
