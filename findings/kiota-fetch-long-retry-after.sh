#!/usr/bin/env bash
# kiota-http-fetchlibrary 1.0.0-preview.109: told to come again in an hour, the client comes again after three minutes.
#
# Package:  @microsoft/kiota-http-fetchlibrary 1.0.0-preview.109 (npm)
# Expected: a wait of an hour, or the 429 handed to the caller: the delay that Retry-After tells is the least one (RFC 9110, section 10.2.3).
# Seen:     each of three repetitions waits 180 seconds and a part of one, so that all come while the service still refuses.
# In Tick:  docs/other-tools.md.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
npm install --silent --no-audit --no-fund @microsoft/kiota-http-fetchlibrary@1.0.0-preview.109 >npm.txt 2>&1 || cannot "npm: $(tail -1 npm.txt)"
cat >run.mjs <<'JS'
import {RetryHandler} from '@microsoft/kiota-http-fetchlibrary';

// No time passes: a wait is noted, and over at once.
const waits = [];
globalThis.setTimeout = (then, milliseconds) => { waits.push(Math.floor(milliseconds / 1000)); queueMicrotask(then); };

const handler = new RetryHandler();
handler.next = {execute: async () => new Response('{}', {status: 429, headers: {'Retry-After': '3600'}})};
const answer = await handler.execute('https://service.example/api/indicators', {method: 'GET'});
console.log(`waits ${waits.join(', ')} s; ${answer.status}`);
JS
seen=$(timeout 60 node run.mjs 2>&1 || true)
finding "@microsoft/kiota-http-fetchlibrary 1.0.0-preview.109" "waits 3600 s, or none; 429" "waits 180, 180, 180 s; 429" "$seen"
