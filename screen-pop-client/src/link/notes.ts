/** So long nobody types before a note is saved: whoever hands the call on presses no button for it. */
const PAUSE_MS = 600;

/** `unheard`: nobody can say whether it arrived; writing it again does no harm. */
export type Sent = 'saved' | 'refused' | 'unheard';

interface Draft {
  readonly text: string;
  /** What the server has of it, null while it has nothing. */
  readonly sent: string | null;
  /** Somebody is at it: what they see is what they typed, not what became of it. */
  readonly open: boolean;
  readonly refused: boolean;
}

/**
 * What is being written on cards. It is kept here and not in the card, so that it outlives the card, the call and the
 * line: it is saved after a pause, when the field is left, when the call ends, and when the line is back.
 */
export class Notes {
  private readonly drafts = new Map<string, Draft>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly onTheirWay = new Set<string>();
  private readonly send: (call: string, text: string) => Promise<Sent>;
  private readonly changed: (drafts: Readonly<Record<string, string>>) => void;

  constructor(
    send: (call: string, text: string) => Promise<Sent>,
    changed: (drafts: Readonly<Record<string, string>>) => void,
  ) {
    this.send = send;
    this.changed = changed;
  }

  write(call: string, text: string): void {
    this.put(call, { text, sent: this.drafts.get(call)?.sent ?? null, open: true, refused: false });
    clearTimeout(this.timers.get(call));
    this.timers.set(
      call,
      setTimeout(() => this.save(call), PAUSE_MS),
    );
  }

  /** The field is left, or its card. */
  leave(call: string): void {
    const draft = this.drafts.get(call);
    if (draft !== undefined) {
      this.put(call, { ...draft, open: false });
      this.save(call);
      this.forget(call);
    }
  }

  save(call: string): void {
    clearTimeout(this.timers.get(call));
    const draft = this.drafts.get(call);
    if (draft !== undefined && !draft.refused && draft.text !== draft.sent && !this.onTheirWay.has(call)) {
      void this.carry(call, draft.text);
    }
  }

  /** The line is back, or the page goes. */
  saveAll(): void {
    for (const call of [...this.drafts.keys()]) {
      this.save(call);
    }
  }

  /** Somebody else sits down here. */
  clear(): void {
    this.timers.forEach(clearTimeout);
    this.timers.clear();
    this.drafts.clear();
    this.changed({});
  }

  private async carry(call: string, text: string): Promise<void> {
    this.onTheirWay.add(call);
    const sent = await this.send(call, text);
    this.onTheirWay.delete(call);
    const draft = this.drafts.get(call);
    if (draft === undefined) {
      return;
    }
    if (sent === 'saved') {
      this.put(call, { ...draft, sent: text });
      this.save(call);
      this.forget(call);
    } else if (sent === 'refused') {
      this.put(call, { ...draft, refused: draft.text === text });
      this.save(call);
    }
  }

  /** What is saved and left is shown as the server has it. */
  private forget(call: string): void {
    const draft = this.drafts.get(call);
    if (draft !== undefined && !draft.open && draft.text === draft.sent) {
      this.drafts.delete(call);
      this.tell();
    }
  }

  private put(call: string, draft: Draft): void {
    this.drafts.set(call, draft);
    this.tell();
  }

  private tell(): void {
    this.changed(Object.fromEntries([...this.drafts].map(([call, draft]) => [call, draft.text])));
  }
}
