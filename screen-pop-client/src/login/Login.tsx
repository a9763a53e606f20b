import { useState } from 'react';
import { LanguageSwitch } from '../frame/LanguageSwitch';
import { logIn } from '../link/api';
import { Refused } from '../link/http';
import { enter, useStore } from '../link/store';
import type { Asked } from '../texts/language';
import { useTexts } from '../texts/use-texts';
import './login.css';

export function Login() {
  const t = useTexts();
  const expired = useStore((store) => store.expired);
  const [wrong, setWrong] = useState<Asked | null>(expired ? 'login.expired' : null);
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
    <main className="login">
      <form
        data-testid="login-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <h1>
          <img src="/santral.svg" alt="" width="44" height="44" />
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
    </main>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function reason(error: unknown): Asked {
  if (!(error instanceof Refused)) {
    return 'login.unreachable';
  }
  if (error.status === 503) {
    return 'login.noDatabase';
  }
  return error.status === 429 ? 'login.tooMany' : error.status < 500 ? 'login.wrong' : 'login.unreachable';
}
