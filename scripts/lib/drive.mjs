// Plays one drive through the phones' door, for scripts/scenario. What the lines mean: the README of the scenarios.
import fs from 'node:fs';
import net from 'node:net';
import process from 'node:process';
import { act, order } from './manager.mjs';

const LOOK_MS = 50;
const PATIENCE_MS = 90_000;
const [url, file, agi, env] = process.argv.slice(2);

const ask = async (method, path, body) => {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5000),
  });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.detail ?? `${method} ${path}: ${response.status}`);
  return answer;
};

const sleep = (ms) => new Promise((next) => setTimeout(next, ms));
const placed = []; // the ids of the calls
let theCaller; // who called last from outside, else who dialled first
const place = async (path, body) => {
  const { id } = await ask('POST', path, body);
  if (path === '/calls' || placed.length === 0) theCaller = id;
  placed.push(id);
};
const caller = () => `/calls/${encodeURIComponent(theCaller)}`;
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

const INTO = { Context: 'from-internal', Priority: 1 };
const device = (who) => `PJSIP/${who === 'caller' ? 'trunk' : who}`;
// The manager interface: hears which channels are recorded, and mutes them as an agent's wish does.
const manager = ((where) => {
  const recorded = [];
  let heard = '';
  let socket = null;
  const send = (lines) => socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return {
    // Resolves when the exchange tells this session what happens: a call of before would not be heard.
    open: () => new Promise((hears, failed) => {
      const [host, port, user, secret] = where.split(' ');
      socket = net.connect(Number(port), host);
      socket.setEncoding('utf8').on('data', (more) => {
        const blocks = (heard + more).split('\r\n\r\n');
        heard = blocks.pop();
        for (const block of blocks) {
          const channel = /^Event: MixMonitorStart\r\n[^]*^Channel: (\S+)/m.exec(block)?.[1];
          if (channel) recorded.push(channel);
          if (/^Event: FullyBooted/m.test(block)) hears(socket.unref());
        }
      });
      socket.on('error', failed);
      send(['Action: Login', `Username: ${user}`, `Secret: ${secret}`]);
    }),
    mute: async (state) => {
      for (const channel of recorded) {
        send(['Action: MixMonitorMute', `Channel: ${channel}`, 'Direction: both', `State: ${state}`]);
      }
    },
  };
})(process.env.DRIVE_MANAGER ?? '');

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
  [/^complete-transfer (\d+)$/, async (extension) => ask('POST', `/phones/${extension}/complete-transfer`)],
  [/^press (\S+) at caller$/, async (keys) => ask('POST', `${caller()}/press`, { keys })],
  [/^press (\S+) at (\d+)$/, async (keys, extension) => ask('POST', `/phones/${extension}/press`, { keys })],
  [/^(pause|resume) recording$/, async (what) => manager.mute(what === 'pause' ? 1 : 0)],
  [/^hang-up caller$/, async () => ask('DELETE', caller())],
  [/^hang-up caller (\d+)$/, async (which) => ask('DELETE', `/calls/${encodeURIComponent(placed[which - 1])}`)],
  [/^hang-up outside (\d+)$/, async (number) => ask('POST', `/outside/${number}/hang-up`)],
  [/^set outside (\d+) (\S+)$/, async (number, mode) => ask('PUT', `/outside/${number}`, { mode })],
  [/^until outside (\d+) (ringing|talking|idle)$/, async (number, state) => until(`${number} ${state}`, () => outsideIs(number, state))],
  [/^order ([A-Z]\S*)((?: \S+=\S*)*)$/, async (action, fields) =>
    act(env, action, Object.fromEntries(fields.trim().split(' ').filter(Boolean).map((field) => field.split(/=(.*)/s).slice(0, 2))))],
  [/^(hold|retrieve) caller$/, async (what) => ask('POST', `${caller()}/${what}`)],
  [/^order blind-transfer of (\d+) to (\d+)$/, async (who, to) => order(env, 'BlindTransfer', device(who), { Context: INTO.Context, Exten: to })],
  [/^order attended-transfer of (\d+) to (\d+)$/, async (who, to) => order(env, 'Atxfer', device(who), { ...INTO, Exten: to })],
  [/^order cancel-transfer of (\d+)$/, async (who) => order(env, 'CancelAtxfer', device(who))],
  [/^order redirect of (caller|\d+) to (\d+)$/, async (who, to) => order(env, 'Redirect', device(who), { ...INTO, Exten: to })],
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
if (process.env.DRIVE_MANAGER) await manager.open();
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
