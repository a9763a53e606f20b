import { useState } from 'react';
import { LanguageSwitch } from '../frame/Frame';
import { logIn, Refused } from '../link/api';
import { enter } from '../link/store';
import type { Key } from '../texts/en';
import { useTexts } from '../texts/use-texts';
import './login.css';

export function Login() {
  const t = useTexts();
  const [wrong, setWrong] = useState<Key | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setWrong(null);
    try {
      enter(await logIn(text(form, 'login'), text(form, 'password')));
    } catch (error) {
      setWrong(reason(error));
      setBusy(false);
    }
  };
  return (
    <div className="login">
      <form
        data-testid="login-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <h1>
          <img src="/santral.svg" alt="" width="40" height="40" />
          {t('app.name')}
        </h1>
        <label>
          {t('login.login')}
          <input name="login" dir="ltr" autoComplete="username" autoCapitalize="none" required />
        </label>
        <label>
          {t('login.password')}
          <input name="password" dir="ltr" type="password" autoComplete="current-password" required />
        </label>
        <p role="alert" className="wrong">
          {wrong === null ? '' : t(wrong)}
        </p>
        <button type="submit" className="primary" disabled={busy}>
          {t('login.go')}
        </button>
        <LanguageSwitch />
      </form>
    </div>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function reason(error: unknown): Key {
  if (!(error instanceof Refused)) {
    return 'login.unreachable';
  }
  return error.status === 429 ? 'login.tooMany' : error.status < 500 ? 'login.wrong' : 'login.unreachable';
}
