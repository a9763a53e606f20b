/** The texts of directories that others keep. */
export default {
  'directories.title': 'دفترهای دیگر',
  'directories.order': 'به همان ترتیبی که به آن‌ها اعتماد می‌شود؛ دفتر خودی پیش از همه است.',
  'directories.up': 'پاسخ می‌دهد',
  'directories.away': 'اکنون از آن پرسیده نمی‌شود',
  'directories.never': 'هنوز پاسخی نداده است.',
  'directories.lastAnswer': 'آخرین پاسخ: {{time}}',
  'directories.reason': 'می‌گوید: {{reason}}',
  'directories.mend':
    'تماس‌ها و کارت‌ها منتظر آن نمی‌مانند. دست‌کم هر دقیقه یک بار دوباره آزموده می‌شود و آنچه تازه از آن دانسته شده هنوز نشان داده می‌شود.',
  'directories.answers': 'شماره را می‌شناخت',
  'directories.misses': 'کسی را نداشت',
  'directories.late': 'دیر رسید',
  'directories.failures': 'خطا داد',
  'directories.cached': 'از حافظه',
  'directories.writeBack':
    'تماس‌های نوشته‌شده در آن: {{told}}؛ در انتظار: {{waiting}}؛ کنار گذاشته: {{givenUp}}.',
  'directories.kind.ldap': 'LDAP',
  'directories.kind.carddav': 'CardDAV',
  'directories.kind.http': 'HTTP/JSON',
};
