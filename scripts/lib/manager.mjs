// Gives the exchange an order over its manager interface, for drive.mjs: what a server could do from a desk.
import fs from 'node:fs';
import net from 'node:net';

const PATIENCE_MS = 5000;

const settings = (file) =>
  Object.fromEntries(
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

const block = (headers) => `${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;

// Logs in as the account for commands, says all of `actions` and answers with the blocks that came back.
const say = (env, actions) =>
  new Promise((done, failed) => {
    const { AMI_HOST, AMI_PORT, AMI_CMD_USER, AMI_CMD_SECRET } = settings(env);
    const socket = net.connect(Number(AMI_PORT), AMI_HOST);
    let heard = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('the manager interface does not answer')));
    socket.on('error', failed);
    socket.on('data', (bytes) => (heard += bytes));
    socket.on('close', () => done(heard.split('\r\n\r\n')));
    socket.write(block({ Action: 'Login', Username: AMI_CMD_USER, Secret: AMI_CMD_SECRET, Events: 'off' }));
    for (const action of [...actions, { Action: 'Logoff' }]) socket.write(block(action));
  });

const header = (text, name) => text.split('\r\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);

// The newest channel of a device, such as PJSIP/1001, that is up.
const channelOf = async (env, device) => {
  const shown = await say(env, [{ Action: 'CoreShowChannels' }]);
  const fits = shown.filter((one) => header(one, 'Channel')?.startsWith(`${device}-`) && header(one, 'ChannelState') === '6');
  if (fits.length === 0) throw new Error(`${device} talks in no call`);
  return header(fits.at(-1), 'Channel');
};

export const act = async (env, action, fields) => {
  const answers = await say(env, [{ Action: action, ActionID: 'order', ...fields }]);
  const answer = answers.find((one) => header(one, 'ActionID') === 'order');
  if (!answer?.includes('Response: Success')) throw new Error(`${action}: ${answer && header(answer, 'Message')}`);
};

// An action on the call that is up at a device.
export const order = async (env, action, device, more = {}) =>
  act(env, action, { Channel: await channelOf(env, device), ...more });
