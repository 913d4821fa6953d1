// Has the connector judged:  java -jar conformance-tests/target/tick.jar judge --target-command 'node examples/connector-js/judge.mjs'
import assert from 'node:assert';
import {readFileSync, writeFileSync} from 'node:fs';
import {Connector} from './connector.mjs';

const env = process.env;
const connector = new Connector({
  baseUrl: env.TICK_BASE_URL, tokenEndpoint: env.TICK_TOKEN_ENDPOINT, clientId: env.TICK_CLIENT_ID, clientSecret: env.TICK_CLIENT_SECRET,
  resource: env.TICK_RESOURCE,
});
const ids = new Map();
const verbs = {
  submit: async ({body}) => ids.set(body.indicatorValue, (await connector.submit(body)).id),
  import: async ({body}) => (await connector.import(body.Indicators)).forEach(one => assert(!one.isFailed, one.failureReason)),
  list: async () => { for await (const _ of connector.list()); },
  delete: ({value}) => connector.delete(ids.get(value)),
  'batch-delete': ({values}) => connector.deleteAll(values.map(value => ids.get(value))),
};
const work = [];
for (const piece of JSON.parse(readFileSync(env.TICK_WORK)).work) {
  const outcome = await verbs[piece.do](piece).then(() => 'done', e => (console.error(e), 'failed'));
  work.push({id: piece.id, outcome});
}
writeFileSync(env.TICK_REPORT, JSON.stringify({work}));
