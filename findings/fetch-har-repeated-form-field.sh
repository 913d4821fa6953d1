#!/usr/bin/env bash
# fetch-har 11.1.1: of a form with two fields of one name, the last one alone is sent.
#
# Package:  fetch-har 11.1.1 (npm)
# Expected: both. postData.params is a list (HAR 1.2, section "params"), and a form may name a field as often as it likes (WHATWG URL,
#           application/x-www-form-urlencoded).
# Seen:     one field, with the last value.
# In Tick:  nothing reads params; of what stands there alone, conformance-tests/.../recording/HarEntryReader.java says nothing.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
npm install --silent --no-audit --no-fund fetch-har@11.1.1 >npm.txt 2>&1 || cannot "npm: $(tail -1 npm.txt)"
cat >run.mjs <<'JS'
import http from 'node:http';
import fetchHAR from 'fetch-har';

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    console.log(body);
    response.end();
  });
});
server.listen(0, '127.0.0.1', async () => {
  const params = [{name: 'tag', value: 'one'}, {name: 'tag', value: 'two'}];
  const request = {method: 'POST', url: `http://127.0.0.1:${server.address().port}/things`, httpVersion: 'HTTP/1.1', headers: [],
    queryString: [], cookies: [], headersSize: -1, bodySize: 15, postData: {mimeType: 'application/x-www-form-urlencoded', params}};
  await fetchHAR({log: {version: '1.2', creator: {name: 'example', version: '1'}, entries: [{request}]}});
  server.close();
});
JS
seen=$(timeout 60 node run.mjs 2>&1 || true)
finding "fetch-har 11.1.1" "tag=one&tag=two" "tag=two" "$seen"
