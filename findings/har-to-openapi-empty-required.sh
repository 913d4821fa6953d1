#!/usr/bin/env bash
# har-to-openapi 2.0.0: the document that it makes of any recording with a JSON object is no valid OpenAPI 3.0.
#
# Packages: har-to-openapi 2.0.0, @seriousme/openapi-schema-validator 2.11.0 (npm)
# Expected: a document that says "openapi: 3.0.0" keeps to the schema of that version, in which "required" has one item at least (OpenAPI
#           3.0, Schema Object, which takes it over from JSON Schema Wright-00, section 5.15).
# Seen:     each object schema has "required": [], and the validator refuses the document for it.
# In Tick:  nothing; it reads recordings (tick judge --har), and takes no contract from them.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
npm install --silent --no-audit --no-fund har-to-openapi@2.0.0 @seriousme/openapi-schema-validator@2.11.0 >npm.txt 2>&1 ||
    cannot "npm: $(tail -1 npm.txt)"
cat >run.mjs <<'JS'
import {generateSpec} from 'har-to-openapi';
import {Validator} from '@seriousme/openapi-schema-validator';

const json = [{name: 'Content-Type', value: 'application/json'}];
const request = {method: 'GET', url: 'https://api.example/things', httpVersion: 'HTTP/1.1', headers: [], queryString: [], cookies: [],
  headersSize: -1, bodySize: 0};
const response = {status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', headers: json, cookies: [], redirectURL: '', headersSize: -1,
  bodySize: 8, content: {size: 8, mimeType: 'application/json', text: '{"id":1}'}};
const entry = {startedDateTime: '2026-01-02T03:04:05.678Z', time: 1, request, response, cache: {}, timings: {send: 0, wait: 1, receive: 0}};
const {spec} = await generateSpec({log: {version: '1.2', creator: {name: 'example', version: '1'}, entries: [entry]}}, {});
const {schema} = spec.paths['/things'].get.responses[200].content['application/json'];
const {valid, errors} = await new Validator().validate(structuredClone(spec));
console.log(`openapi ${spec.openapi}, required ${JSON.stringify(schema.required)}, valid ${valid}`
  + (valid ? '' : `: ${errors[0].message}`));
JS
seen=$(node run.mjs 2>&1 || true)
finding "har-to-openapi 2.0.0" "openapi 3.0.0, no required, valid true" \
    "openapi 3.0.0, required [], valid false: must NOT have fewer than 1 items" "$seen"
