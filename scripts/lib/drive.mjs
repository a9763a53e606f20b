// Plays one drive through the phones' door, for scripts/scenario. What the lines mean: the README of the scenarios.
import fs from 'node:fs';
import net from 'node:net';
import process from 'node:process';

const LOOK_MS = 50;
const PATIENCE_MS = 90_000;
const [url, file, agi] = process.argv.slice(2);

const ask = async (method, path, order) => {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(order && { body: JSON.stringify(order) }),
    signal: AbortSignal.timeout(5000),
  });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.detail ?? `${method} ${path}: ${response.status}`);
  return answer;
};

const sleep = (ms) => new Promise((next) => setTimeout(next, ms));
const placed = []; // the ids of the calls, the last one is `the caller`
const place = async (path, order) => placed.push((await ask('POST', path, order)).id);
const caller = () => `/calls/${encodeURIComponent(placed.at(-1))}`;
const phone = async (extension) => (await ask('GET', '/phones')).find((one) => one.extension === extension);

const until = async (what, holds) => {
  for (const end = Date.now() + PATIENCE_MS; !(await holds()); await sleep(LOOK_MS)) {
    if (Date.now() > end) throw new Error(`${what} has not come about within ${PATIENCE_MS / 1000} s`);
  }
};
const callerIs = async (state) => (await ask('GET', caller())).state === state;
const phoneIs = async (extension, state) => {
  const states = (await phone(extension)).calls.map((call) => call.state);
  return state === 'idle' ? states.length === 0 : states.includes(state === 'talking' ? 'connected' : state);
};
const outsideIs = async (number, state) => {
  const there = (await ask('GET', '/outside')).filter((call) => call.number === number).map((call) => call.state);
  return state === 'idle' ? there.length === 0 : there.includes(state === 'talking' ? 'connected' : state);
};
const allIsOver = async () => {
  const calls = await Promise.all(placed.map((id) => ask('GET', `/calls/${encodeURIComponent(id)}`)));
  const phones = await ask('GET', '/phones');
  return calls.every((call) => call.state === 'ended') && phones.every((one) => one.calls.length === 0);
};

// Asks the exchange as the server would, by its account for commands. What comes of it is what the drive waits for.
const command = (action, fields) =>
  new Promise((done, failed) => {
    const { AMI_HOST, AMI_PORT, AMI_CMD_USER, AMI_CMD_SECRET } = process.env;
    const order = (words) => `${words.join('\r\n')}\r\n\r\n`;
    const given = fields.trim().split(' ').filter(Boolean).map((field) => field.replace('=', ': '));
    const socket = net.connect(Number(AMI_PORT), AMI_HOST, () => {
      socket.write(order(['Action: Login', `Username: ${AMI_CMD_USER}`, `Secret: ${AMI_CMD_SECRET}`, 'Events: off']));
      socket.write(order([`Action: ${action}`, 'ActionID: drive', ...given]));
    });
    let heard = '';
    socket.on('error', failed).on('data', (more) => {
      heard += more;
      const answer = heard.split('\r\n\r\n').slice(0, -1).find((block) => /^Response: /m.test(block) && /^ActionID: drive$/m.test(block.replaceAll('\r', '')));
      if (!answer) return;
      socket.end();
      if (/^Response: Success/m.test(answer)) done();
      else failed(new Error(`${action}: ${/^Message: (.*)$/m.exec(answer)?.[1] ?? answer}`));
    });
  });

// Plays the server's part in routing: the dialplan asks over FastAGI and is told the same each time.
const route = (variables) =>
  new Promise((listening, failed) => {
    const [host, port] = agi.split(':');
    const server = net.createServer((socket) => {
      const orders = [...variables];
      socket.on('error', () => {});
      socket.on('data', (heard) => {
        // An empty line ends the question, an answer beginning with 200 each order.
        if (!/(^|\n)\n$|^200/.test(heard.toString())) return;
        const [name, value] = orders.shift() ?? [];
        if (name) socket.write(`SET VARIABLE ${name} ${value}\n`);
        else socket.end();
      });
    });
    server.on('error', failed).listen(Number(port), host, listening).unref();
  });

const LINES = [
  [/^site \S+ \S.*$/, async () => {}],
  [/^route to queue (\S+)$/, async (queue) => route([['CTI_ROUTE', 'queue'], ['CTI_QUEUE', queue], ['CTI_DECISION', 'd1']])],
  [/^route to owner (\d+) for (\d+)s then queue (\S+)$/, async (owner, seconds, queue) =>
    route([['CTI_ROUTE', 'owner'], ['CTI_OWNER', owner], ['CTI_OWNER_SECONDS', seconds], ['CTI_QUEUE', queue], ['CTI_DECISION', 'd1']])],
  [/^call (anonymous )?(\S+) to (\S+?)(?: as (.+))?$/, async (hidden, from, to, name) =>
    place('/calls', hidden ? { anonymous: true, asserted: from, to } : from === 'anonymous' ? { anonymous: true, to } : { from, to, name })],
  [/^dial (\S+) at (\d+)$/, async (number, extension) => place(`/phones/${extension}/dial`, { number })],
  [/^until caller (ringing|waiting|talking|ended)$/, async (state) => until(`caller ${state}`, () => callerIs(state))],
  [/^until (\d+) (ringing|talking|idle)$/, async (extension, state) => until(`${extension} ${state}`, () => phoneIs(extension, state))],
  [/^(answer|hold|retrieve|hang-up) (\d+)$/, async (what, extension) => ask('POST', `/phones/${extension}/${what}`)],
  [/^transfer (\d+) to (\d+)$/, async (extension, number) => ask('POST', `/phones/${extension}/transfer`, { number })],
  [/^hang-up caller$/, async () => ask('DELETE', caller())],
  [/^hang-up caller (\d+)$/, async (which) => ask('DELETE', `/calls/${encodeURIComponent(placed[which - 1])}`)],
  [/^hang-up outside (\d+)$/, async (number) => ask('POST', `/outside/${number}/hang-up`)],
  [/^set outside (\d+) (\S+)$/, async (number, mode) => ask('PUT', `/outside/${number}`, { mode })],
  [/^until outside (\d+) (ringing|talking|idle)$/, async (number, state) => until(`${number} ${state}`, () => outsideIs(number, state))],
  [/^ami (\S+)((?: \S+=\S*)*)$/, async (action, fields) => command(action, fields)],
  [/^set (\d+) (\S+)$/, async (extension, mode) => ask('PUT', `/phones/${extension}`, { mode })],
  [/^for ([\d.]+)s$/, async (seconds) => sleep(Number(seconds) * 1000)],
];

const play = async (line) => {
  for (const [form, act] of LINES) {
    const words = form.exec(line);
    if (words) return act(...words.slice(1));
  }
  throw new Error('no drive knows this line - see the README of the scenarios');
};

for (const { extension } of await ask('GET', '/phones')) await ask('PUT', `/phones/${extension}`, { mode: 'desk' });
let number = 0;
try {
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    number++;
    if (line.trim() !== '' && !line.startsWith('#')) await play(line.trim());
  }
  number = 'end';
  await until('the end of all calls', allIsOver);
  process.exit(0); // even while a routing question is held open
} catch (wrong) {
  process.stderr.write(`${file}:${number}: ${wrong.message}\n`);
  await Promise.allSettled(placed.map((id) => ask('DELETE', `/calls/${encodeURIComponent(id)}`)));
  process.exit(1);
}
