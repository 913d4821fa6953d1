#!/usr/bin/env bash
# retry-axios 4.0.3: a service that says "come again at once" (Retry-After: 0, or a date that has passed) is not called again at all.
#
# Package:  retry-axios 4.0.3 with axios 1.21.1 (npm)
# Expected: a second call, at once. A delay of 0 seconds and a date are both forms of Retry-After (RFC 9110, section 10.2.3), and a date of
#           which the clocks disagree by a second has passed.
# Seen:     no second call: the error of the first one. With "1", and without Retry-After, there is a second call.
# In Tick:  docs/other-tools.md; the scenario submit-429-at-once gives such an answer, and binds nobody to repeat.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
npm install --silent --no-audit --no-fund retry-axios@4.0.3 axios@1.21.1 >npm.txt 2>&1 || cannot "npm: $(tail -1 npm.txt)"
cat >run.mjs <<'JS'
import http from 'node:http';
import axios from 'axios';
import * as rax from 'retry-axios';

let calls, header;
const server = http.createServer((request, response) => {
  calls++;
  response.writeHead(calls > 1 ? 200 : 429, calls > 1 || !header ? {} : {'Retry-After': header});
  response.end('{}');
});
server.listen(0, '127.0.0.1', async () => {
  const client = axios.create();
  client.defaults.raxConfig = {instance: client};
  rax.attach(client);
  const seen = [];
  for (const [name, value] of [['none', ''], ['1', '1'], ['0', '0'], ['past', 'Sun, 06 Nov 1994 08:49:37 GMT']]) {
    calls = 0;
    header = value;
    const answer = await client.get(`http://127.0.0.1:${server.address().port}/`).catch(error => error.response);
    seen.push(`${name}: ${calls} calls, ${answer.status}`);
  }
  console.log(seen.join('; '));
  server.close();
});
JS
seen=$(timeout 60 node run.mjs 2>&1 || true)
finding "retry-axios 4.0.3, axios 1.21.1" \
    "none: 2 calls, 200; 1: 2 calls, 200; 0: 2 calls, 200; past: 2 calls, 200" \
    "none: 2 calls, 200; 1: 2 calls, 200; 0: 1 calls, 429; past: 1 calls, 429" "$seen"
