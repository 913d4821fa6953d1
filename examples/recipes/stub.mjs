// Starts Tick's stub for a test in JavaScript (Node 20 or newer, no packages), pushes an indicator, and stops it.
//   node stub.mjs path/to/tick-stub.jar
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

/** Starts the stub on a free port; returns how to reach it, and a function that stops it. */
export async function startStub(jar, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'tick-'));
  const ready = join(folder, 'ready');
  const env = join(folder, 'env');
  const java = spawn('java', ['-jar', jar, '--port', '0', '--ready-file', ready, '--env-file', env, ...options],
    {stdio: ['ignore', 'ignore', 'inherit']});
  for (let waited = 0; !existsSync(ready); waited += 100) {
    if (java.exitCode !== null || waited > 60_000) {
      java.kill();
      throw new Error('the stub did not start');
    }
    await pause(100);
  }
  const values = Object.fromEntries(readFileSync(env, 'utf8').trim().split('\n').map(line => line.split(/=(.*)/s, 2)));
  const stop = () => new Promise(done => {
    java.once('exit', () => {
      rmSync(folder, {recursive: true});
      done();
    });
    java.kill();
  });
  return {...values, stop};
}

/** Your client: fetches a token and pushes one indicator. */
async function push(stub, indicator) {
  const answer = await fetch(stub.TICK_TOKEN_ENDPOINT, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: stub.TICK_CLIENT_ID,
      client_secret: stub.TICK_CLIENT_SECRET,
      resource: stub.TICK_RESOURCE,
    }),
  });
  const {access_token: token} = await answer.json();
  return fetch(stub.TICK_BASE_URL + '/api/indicators', {
    method: 'POST',
    headers: {Authorization: 'Bearer ' + token, 'Content-Type': 'application/json'},
    body: JSON.stringify(indicator),
  });
}

const stub = await startStub(process.argv[2]);
try {
  const answer = await push(stub, {
    indicatorValue: '192.0.2.1', indicatorType: 'IpAddress', action: 'Block', title: 'Exercise', description: 'An exercise',
  });
  assert.equal(answer.status, 200, await answer.text());
  const journal = await (await fetch(stub.TICK_BASE_URL + '/tick/journal')).json();
  assert.deepEqual(journal.entries.flatMap(entry => entry.violations.map(one => one.sentence)), []);
  assert.equal(journal.tokenCalls.length, 1);
  console.log('javascript: pushed, and the contract is honoured');
} finally {
  await stub.stop();
}
