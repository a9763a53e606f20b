import { useState } from 'react';
import { placeDemoCall } from '../link/api';
import { isolated } from '../format/plain';
import { useTexts } from '../texts/use-texts';

/** Asks the demo's carrier to place a call, as scripts/call does. */
export function DemoCallForm() {
  const t = useTexts();
  const [said, setSaid] = useState('');
  const place = async (form: FormData) => {
    try {
      await placeDemoCall({
        from: text(form, 'from'),
        name: text(form, 'name') || null,
        to: text(form, 'to'),
        anonymous: form.get('anonymous') !== null,
        answerAfter: seconds(form, 'answerAfter'),
        talk: seconds(form, 'talk'),
      });
      setSaid(t('demo.placed'));
    } catch (error) {
      setSaid(
        t('history.failed', { reason: isolated(error instanceof Error ? error.message : String(error)) }),
      );
    }
  };
  return (
    <form
      className="panel demo"
      onSubmit={(event) => {
        event.preventDefault();
        void place(new FormData(event.currentTarget));
      }}
    >
      <h2>{t('demo.title')}</h2>
      <label>
        {t('demo.from')}
        <input name="from" dir="ltr" inputMode="tel" defaultValue="02112345678" required />
      </label>
      <label>
        {t('demo.name')}
        <input name="name" />
      </label>
      <label>
        {t('demo.to')}
        <input name="to" dir="ltr" inputMode="tel" defaultValue="02188880000" required />
      </label>
      <label>
        {t('demo.answerAfter')}
        <input name="answerAfter" dir="ltr" type="number" min="0" max="120" placeholder={t('demo.byDesk')} />
      </label>
      <label>
        {t('demo.talk')}
        <input name="talk" dir="ltr" type="number" min="0" max="3600" />
      </label>
      <label className="check">
        <input type="checkbox" name="anonymous" />
        {t('demo.anonymous')}
      </label>
      <button type="submit" className="primary" data-testid="demo-call">
        {t('demo.go')}
      </button>
      <p role="status">{said}</p>
    </form>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function seconds(form: FormData, name: string): number | null {
  const value = text(form, name);
  return value === '' ? null : Number(value);
}
