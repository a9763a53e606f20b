// Places a call through the phones' door, for scripts/call, which has looked at the options. Also follows it.
import process from 'node:process';

const LOOK_MS = 150;
const [url, from, name, to, anonymous, answerAfter, talk, giveUpAfter, follow] = process.argv.slice(2);

// Whoever reads may have had enough, as `| head` has: the call goes on without being told.
process.stdout.on('error', () => process.exit());

const seconds = (span) => {
  if (span === '') return null;
  const [, number, unit] = /^([\d.]+)(ms|s|m|)$/.exec(span);
  return Number(number) * { ms: 0.001, s: 1, m: 60, '': 1 }[unit];
};

const fail = (what) => {
  process.stderr.write(`call: ${what}\n`);
  process.exit(1);
};

const ask = async (path, order) => {
  const response = await fetch(url + path, {
    ...(order && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(order) }),
    signal: AbortSignal.timeout(5000),
  }).catch(() => fail(`the phones at ${url} do not answer - look at scripts/phones status, or start them with scripts/run`));
  const answer = await response.json();
  if (!response.ok) fail(answer.detail);
  return answer;
};

// What happened to a call until now: [when, what] in the order in which it happened.
const story = (call) => {
  const told = [];
  const tell = (at, what) => at !== null && told.push([at, what]);
  tell(call.connected, 'the exchange took the call');
  for (const { phone, rang, answered, ended, cause } of call.phones) {
    tell(rang, `rang at ${phone}`);
    tell(answered, `answered by ${phone}`);
    tell(ended, `over at ${phone} (${words(cause)})`);
  }
  if (call.ended !== null) {
    const length = call.answered === null ? 'without an answer' : `after ${since(call.answered, call.ended)} of talk`;
    const who = { caller: 'the caller', exchange: 'the exchange', nobody: 'nobody: nothing was heard any more' };
    const status = call.sipStatus === 0 ? '' : `, SIP ${call.sipStatus}`;
    tell(call.ended, `ended by ${who[call.endedBy] ?? call.endedBy} (${words(call.cause)}${status}) ${length}`);
  }
  return told.sort(([a], [b]) => a - b);
};

const words = (cause) => (cause ?? '').replaceAll('-', ' ');
const since = (began, at) => `${((at - began) / 1000).toFixed(1)} s`;

const { id } = await ask('/calls', {
  from,
  name: name || null,
  to,
  anonymous: anonymous === 'yes',
  answerAfter: seconds(answerAfter),
  talk: seconds(talk),
  giveUpAfter: seconds(giveUpAfter),
});
console.log(`call ${id} from ${anonymous === 'yes' ? 'anonymous' : from} to ${to}`);

const told = new Set();
for (let over = follow !== 'yes'; !over; ) {
  const call = await ask(`/calls/${encodeURIComponent(id)}`);
  for (const [at, what] of story(call)) {
    if (!told.has(what)) console.log(`${since(call.began, at).padStart(8)}  ${what}`);
    told.add(what);
  }
  // The phones hear of the end a moment after the caller: theirs is told too.
  over = call.ended !== null && (call.phones.every(({ ended }) => ended !== null) || Date.now() - call.ended > 2000);
  if (!over) await new Promise((next) => setTimeout(next, LOOK_MS));
}
