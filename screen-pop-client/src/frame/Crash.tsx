import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly children: ReactNode;
}

/** A fault of the page itself is said, too; an empty page says nothing. */
export class Crash extends Component<Props, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { readonly stopped: boolean } {
    return { stopped: true };
  }

  override render(): ReactNode {
    return this.state.stopped ? <Stopped /> : this.props.children;
  }
}

function Stopped() {
  const t = useTexts();
  return (
    <main className="stopped" role="alert">
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.hint')}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </button>
    </main>
  );
}
