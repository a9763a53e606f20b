import { useEffect, useRef } from 'react';
import type { Key } from '../texts/languages/en';
import { useTexts } from '../texts/use-texts';
import { prefer, usePreferences } from './preferences';

type KeyText = Extract<Key, `keys.${string}`>;

const sheets: readonly (readonly [KeyText, readonly (readonly [string, KeyText])[]])[] = [
  [
    'keys.desk',
    [
      ['A', 'keys.answer'],
      ['H', 'keys.hangUp'],
      ['P', 'keys.pause'],
      ['R', 'keys.recording'],
      ['1 … 9', 'keys.choose'],
      ['N', 'keys.takeIn'],
      ['F', 'keys.attach'],
      ['C', 'keys.callCase'],
      ['W', 'keys.why'],
    ],
  ],
  [
    'keys.book',
    [
      ['/', 'keys.search'],
      ['↑ ↓', 'keys.move'],
      ['N', 'keys.new'],
      ['E', 'keys.edit'],
      ['M', 'keys.note'],
      ['B', 'keys.callBack'],
      ['C', 'keys.case'],
      ['Ctrl ⏎', 'keys.save'],
      ['Esc', 'keys.leave'],
    ],
  ],
];

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const single = usePreferences((preferences) => preferences.keys);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="sheet" onClose={onClose} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys.title')}</h2>
      <div className="sheet-keys">
        {sheets.map(([title, keys]) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(([key, text]) => (
                <div key={key}>
                  <dt>
                    <kbd dir="ltr">{key}</kbd>
                  </dt>
                  <dd>{t(text)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <dl>
        <div>
          <dt>
            <kbd dir="ltr">?</kbd>
          </dt>
          <dd>{t('keys.sheet')}</dd>
        </div>
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => prefer({ keys: event.target.checked })}
        />
        {t('keys.single')}
      </label>
      <button type="button" onClick={() => dialog.current?.close()}>
        {t('keys.close')}
      </button>
    </dialog>
  );
}
