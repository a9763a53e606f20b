/** The texts of directories that others keep. */
export default {
  'directories.title': 'أدلة أخرى',
  'directories.order': 'بالترتيب الذي يُوثق بها؛ ودفترنا قبلها جميعًا.',
  'directories.up': 'يجيب',
  'directories.away': 'لا يُسأل الآن',
  'directories.never': 'لم يجب بعد.',
  'directories.lastAnswer': 'آخر إجابة: {{time}}',
  'directories.reason': 'يقول: {{reason}}',
  'directories.mend':
    'لا تنتظره المكالمات ولا البطاقات. تُعاد تجربته كل دقيقة على الأكثر، ويبقى ما عُرف منه مؤخرًا معروضًا.',
  'directories.answers': 'عرف الرقم',
  'directories.misses': 'لا أحد لديه',
  'directories.late': 'تأخر',
  'directories.failures': 'أخفق',
  'directories.cached': 'من الذاكرة',
  'directories.writeBack': 'مكالمات دُوّنت فيه: {{told}}؛ تنتظر: {{waiting}}؛ تُركت: {{givenUp}}.',
  'directories.kind.ldap': 'LDAP',
  'directories.kind.carddav': 'CardDAV',
  'directories.kind.http': 'HTTP/JSON',
};
