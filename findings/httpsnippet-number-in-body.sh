#!/usr/bin/env bash
# httpsnippet 3.0.10: of one recorded request, the line for curl and the lines for Python send different numbers.
#
# Package:  httpsnippet 3.0.10 (npm)
# Expected: both send the body of the recording (HAR 1.2, postData.text). Its numbers are valid JSON (RFC 8259, section 6), and Python,
#           which reads integers of any size, would send them as they are.
# Seen:     the line for curl has the text; the lines for Python have another integer beyond 2^53, and 1 in place of 1.0, since the text
#           went through JavaScript's numbers.
# In Tick:  conformance-tests/.../report/model/Replay.java takes the recorded text itself, for each shell.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
npm install --silent --no-audit --no-fund httpsnippet@3.0.10 >npm.txt 2>&1 || cannot "npm: $(tail -1 npm.txt)"
cat >run.cjs <<'JS'
const {HTTPSnippet} = require('httpsnippet');

const text = '{"id": 9007199254740993, "score": 1.0}';
const snippet = new HTTPSnippet({method: 'POST', url: 'https://api.example/things', httpVersion: 'HTTP/1.1', queryString: [], cookies: [],
  headers: [{name: 'Content-Type', value: 'application/json'}], headersSize: -1, bodySize: text.length,
  postData: {mimeType: 'application/json', text}});
const numbers = code => code.match(/"id": (\d+),\s+"score": ([\d.]+)/).slice(1).join(' and ');
console.log(`curl ${numbers(snippet.convert('shell', 'curl'))}; Python ${numbers(snippet.convert('python', 'requests'))}`);
JS
seen=$(node run.cjs 2>&1 || true)
finding "httpsnippet 3.0.10" "curl 9007199254740993 and 1.0; Python 9007199254740993 and 1.0" \
    "curl 9007199254740993 and 1.0; Python 9007199254740992 and 1" "$seen"
