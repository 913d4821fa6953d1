// Has the connector judged:
//   java -jar conformance-tests/target/tick.jar judge --long-lived --parallel 4 --target-command 'node examples/connector-js/judge.mjs'
import assert from 'node:assert';
import {createInterface} from 'node:readline';
import {Connector} from './connector.mjs';

async function outcomes({work, ...access}) {
  const connector = new Connector(access);
  const ids = new Map();
  const verbs = {
    submit: async ({body}) => ids.set(body.indicatorValue, (await connector.submit(body)).id),
    import: async ({body}) => (await connector.import(body.Indicators)).forEach(one => assert(!one.isFailed, one.failureReason)),
    list: async () => { for await (const _ of connector.list()); },
    delete: ({value}) => connector.delete(ids.get(value)),
    'batch-delete': ({values}) => connector.deleteAll(values.map(value => ids.get(value))),
  };
  const done = [];
  for (const piece of work) {
    const outcome = await verbs[piece.do](piece).then(() => 'done', e => (console.error(e), 'failed'));
    done.push({id: piece.id, outcome});
  }
  return done;
}

// Does not wait for one scenario before it begins the next.
for await (const line of createInterface({input: process.stdin})) {
  const {scenario, ...task} = JSON.parse(line);
  outcomes(task).then(work => console.log(JSON.stringify({scenario, work})));
}
