#!/usr/bin/env bash
# fetch-har 11.1.1: a request as browsers record it is sent with each parameter of its query twice, and with %2B as +.
#
# Package:  fetch-har 11.1.1 (npm)
# Expected: the URL of the recording. request.url is the absolute URL (HAR 1.2, section "request"), and queryString lists the parameters
#           that it has; an escaped plus sign is another character than a plus sign, which many servers read as a blank.
# Seen:     the query, and behind it the same query again, both with + for %2B.
# In Tick:  conformance-tests/.../recording/HarEntryReader.java takes the query from the URL alone.
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
  console.log(request.url);
  response.end();
});
server.listen(0, '127.0.0.1', async () => {
  const request = {method: 'GET', url: `http://127.0.0.1:${server.address().port}/things?title=a%2Bb`, httpVersion: 'HTTP/1.1', headers: [],
    queryString: [{name: 'title', value: 'a+b'}], cookies: [], headersSize: -1, bodySize: 0};
  await fetchHAR({log: {version: '1.2', creator: {name: 'example', version: '1'}, entries: [{request}]}});
  server.close();
});
JS
seen=$(timeout 60 node run.mjs 2>&1 || true)
finding "fetch-har 11.1.1" "/things?title=a%2Bb" "/things?title=a+b&title=a+b" "$seen"
