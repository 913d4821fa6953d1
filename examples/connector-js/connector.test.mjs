// What no scenario of the judge shows:  node --test examples/connector-js/connector.test.mjs
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {afterEach, beforeEach, test} from 'node:test';
import {Connector, Refusal} from './connector.mjs';

const INDICATOR = {indicatorValue: '192.0.2.10', indicatorType: 'IpAddress', action: 'Block', title: 't', description: 'd'};

let server, base, calls, rests, answers;

/** Starts a service whose `answers` are functions by path: of the request and of its number, to `{status, headers, json}`. */
beforeEach(async () => {
  calls = {};
  rests = [];
  answers = {'/token': (_, number) => ({json: {access_token: 'token-' + number, expires_in: '3599'}})};
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) {
      body += part;
    }
    const all = calls[request.url] ??= [];
    all.push(body);
    const {status = 200, headers = {}, json} = answers[request.url](request, all.length);
    response.writeHead(status, headers).end(JSON.stringify(json));
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${server.address().port}`;
});

afterEach(() => {
  server.close();
  server.closeIdleConnections();
});

function connector() {
  return new Connector({baseUrl: base, tokenEndpoint: base + '/token', clientId: 'id', clientSecret: 'secret', rest: async wait => rests.push(wait)});
}

const accepted = ({headers}) => headers.authorization === 'Bearer token-2' ? {json: {id: '1'}} : {status: 401, json: {}};

test('one token does for many calls at once, and so does one renewal', async () => {
  answers['/api/indicators'] = accepted;
  const shared = connector();
  await Promise.all(Array.from({length: 20}, () => shared.submit(INDICATOR)));
  assert.equal(calls['/token'].length, 2);
  assert.equal(calls['/api/indicators'].length, 40);
});

test('a token is renewed a minute before its end', async () => {
  answers['/token'] = (_, number) => ({json: {access_token: 'token-' + number, expires_in: 60}});
  answers['/api/indicators'] = () => ({json: {id: '1'}});
  const waiting = connector();
  await waiting.submit(INDICATOR);
  await new Promise(later => setTimeout(later, 5));
  await waiting.submit(INDICATOR);
  assert.equal(calls['/token'].length, 2);
});

test('a wrong secret is sent once', async () => {
  answers['/token'] = () => ({status: 401, json: {error: 'invalid_client'}});
  await assert.rejects(connector().submit(INDICATOR), {status: 401, message: '401 {"error":"invalid_client"}'});
  assert.equal(calls['/token'].length, 1);
});

test('a date to come again is read by the clock of the service', async () => {
  const now = 'Wed, 21 Oct 2015 07:28:00 GMT';
  answers['/api/indicators'] = (_, number) => number === 1
    ? {status: 503, headers: {Date: now, 'Retry-After': 'Wed, 21 Oct 2015 07:28:07 GMT'}, json: {}}
    : {json: {id: '1'}};
  await connector().submit(INDICATOR);
  assert.deepEqual(rests, [7000]);
});

test('a quota that does not say when to come again is given half a minute', async () => {
  answers['/api/indicators'] = (_, number) => number === 1 ? {status: 429, json: {}} : {json: {id: '1'}};
  await connector().submit(INDICATOR);
  assert.deepEqual(rests, [30_000]);
});

test('nobody is kept waiting for an hour', async () => {
  answers['/api/indicators'] = () => ({status: 429, headers: {'Retry-After': '3600'}, json: {}});
  await assert.rejects(connector().submit(INDICATOR), {status: 429});
  assert.deepEqual(rests, []);
});

test('an outage ends after five attempts', async () => {
  answers['/api/indicators'] = () => ({status: 500, json: {}});
  await assert.rejects(connector().submit(INDICATOR), Refusal);
  assert.equal(calls['/api/indicators'].length, 5);
});

test('imports and deletes go five hundred at a time, and each result of an import is returned', async () => {
  answers['/api/indicators/import'] = (_, number) => ({json: {value: [{indicator: String(number), isFailed: number === 2}]}});
  answers['/api/indicators/BatchDelete'] = () => ({status: 204});
  const all = Array.from({length: 1001}, () => INDICATOR);
  const results = await connector().import(all);
  assert.deepEqual(calls['/api/indicators/import'].map(body => JSON.parse(body).Indicators.length), [500, 500, 1]);
  assert.deepEqual(results.map(result => result.isFailed), [false, true, false]);
  await connector().deleteAll(all.map((_, i) => String(i)));
  assert.deepEqual(calls['/api/indicators/BatchDelete'].map(body => JSON.parse(body).IndicatorIds.length), [500, 500, 1]);
});

test('the next page is read at our own host, whatever host its link names', async () => {
  answers['/api/indicators'] = () => ({json: {value: [1, 2], '@odata.nextLink': 'https://other.example/api/indicators?$skip=2'}});
  answers['/api/indicators?$skip=2'] = () => ({json: {value: [3]}});
  const found = [];
  for await (const indicator of connector().list()) {
    found.push(indicator);
  }
  assert.deepEqual(found, [1, 2, 3]);
});
