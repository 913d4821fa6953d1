'use strict';
// The console: asks the stub each second what is new, and shows it. What the stub says is set as text, never as markup.
(() => {
  const EVERY_MS = 1000;
  const SHOWN = 500; // The journal keeps 1,000; so many rows stay quick to paint.
  const ENTITIES_SHOWN = 100;
  const COLUMNS = 6;
  const CUT_AT = 65536;
  const KEY = 'tick-key';

  const $ = id => document.getElementById(id);
  const statements = new Map(); // The register's rows by id.
  const meanings = new Map(); // What a scenario of one word or fault means.
  const names = new Map(); // The names of the applications by id.
  let seen = 0; // The number of the latest exchange on the page.
  let tenant = ''; // Another one means that another stub answers here now, or that the user chose another tenant.
  let chosen = ''; // The tenant that the user chose; empty for the default one.
  let offered = ''; // The tenants of the choice; painted again only when they change, or it would close under the user's hand.
  let counted = ''; // How many entities there were, and when; asked for again when it changes.
  let held = ''; // The entities on the page; painted again only when they change, or the focus would be lost.
  let timer = 0;
  let asking = false;
  let opener = null;

  /** An element with a class and children; a child that is no node becomes text. */
  function make(tag, name, ...children) {
    const element = document.createElement(tag);
    if (name) {
      element.className = name;
    }
    element.append(...children.map(child => child instanceof Node ? child : String(child)));
    return element;
  }

  // ---- Calls ----

  class Refusal extends Error {
    constructor(status, message) {
      super(message);
      this.status = status;
    }
  }

  /** Calls the stub about a tenant, the chosen one unless another is named. */
  async function call(method, path, body, of = chosen) {
    const headers = {};
    const key = sessionStorage.getItem(KEY);
    if (key) {
      headers['X-Tick-Key'] = key;
    }
    if (method !== 'GET') {
      headers['Content-Type'] = 'application/json';
    }
    const query = of === '' ? '' : (path.includes('?') ? '&' : '?') + 'tenant=' + encodeURIComponent(of);
    const answer = await fetch('/tick/' + path + query, {method, headers, body: body && JSON.stringify(body)});
    if (answer.status === 204) {
      return {};
    }
    const text = await answer.text();
    if (!answer.ok) {
      throw new Refusal(answer.status, messageOf(text) || 'The stub answered ' + answer.status + '.');
    }
    return JSON.parse(text);
  }

  function messageOf(text) {
    try {
      return JSON.parse(text).error.message;
    } catch (noEnvelope) {
      return '';
    }
  }

  function askForKey() {
    const dialog = $('key-dialog');
    if (!dialog.open) {
      $('key-said').textContent = sessionStorage.getItem(KEY) ? 'The stub did not take that key.' : '';
      $('key').value = '';
      dialog.showModal();
    }
  }

  // ---- The beat ----

  async function beat() {
    clearTimeout(timer);
    if (asking || document.hidden || $('key-dialog').open) {
      return;
    }
    asking = true;
    try {
      await ask();
      state('live', 'live');
    } catch (error) {
      if (error.status === 401) {
        state('lost', 'waiting for the admin key');
        askForKey();
      } else {
        state('lost', error instanceof Refusal ? error.message : 'the stub does not answer');
      }
    } finally {
      asking = false;
      timer = setTimeout(beat, EVERY_MS);
    }
  }

  async function ask() {
    await offerTenants();
    const status = await call('GET', 'status');
    if (status.tenant !== tenant) {
      await meet(status);
    }
    showScenario(status.scenario);
    if (status.journal.latest > seen) {
      const news = await call('GET', 'journal?after=' + seen);
      const all = news.entries.map(entry => [entry.number, () => exchange(entry)])
        .concat(news.tokenCalls.map(one => [one.number, () => tokenCall(one)]));
      await learnNames(news.entries.map(entry => entry.application));
      add(all.sort((one, other) => one[0] - other[0]).map(([, row]) => row()));
      // What left the journal before we asked is not asked for again.
      seen = Math.max(seen, status.journal.latest);
    }
    const quotas = (await call('GET', 'quotas')).quotas;
    await learnNames(quotas.map(quota => quota.application));
    showQuotas(quotas);
    const privileges = (await call('GET', 'privileges')).privileges;
    await learnNames(privileges.map(one => one.application));
    showPrivileges(privileges);
    const holding = status.entities + ' after ' + status.journal.latest;
    if (holding !== counted) {
      showEntities((await call('GET', 'entities')).entities, status);
      counted = holding;
    }
  }

  /** Offers the tenants where there are several; one that ended is no choice any more. */
  async function offerTenants() {
    const tenants = (await call('GET', 'tenants', null, '')).tenants;
    if (!tenants.slice(1).some(one => one.id === chosen)) {
      chosen = '';
    }
    const now = JSON.stringify(tenants.map(one => [one.id, one.name]));
    if (now !== offered) {
      $('tenant').replaceChildren(...tenants.map((one, at) => choice(at === 0 ? '' : one.id, one.name)));
      $('tenants').hidden = tenants.length === 1;
      offered = now;
    }
    $('tenant').value = chosen;
  }

  /** Asks for the names of applications when one is not known yet; one that was removed keeps its id. */
  async function learnNames(ids) {
    if (ids.some(id => id && !names.has(id))) {
      (await call('GET', 'applications')).applications.forEach(one => names.set(one.id, one.name));
      ids.filter(Boolean).forEach(id => names.set(id, names.get(id) || id));
    }
  }

  /** Begins anew with a stub that the page has not met. */
  async function meet(status) {
    const rows = (await call('GET', 'requirements')).requirements;
    const known = await call('GET', 'scenarios');
    forgetTraffic();
    seen = 0;
    counted = '';
    statements.clear();
    rows.forEach(row => statements.set(row.id, row));
    meanings.clear();
    names.clear();
    $('by-operation').replaceChildren(choice('', 'all'), choice('token', 'token'));
    known.scenarios.forEach(one => meanings.set(one.name, one.description + ' (' + one.steps + ')'));
    known.actions.forEach(one => meanings.set(one, ''));
    known.faults.forEach(one => meanings.set('fault ' + one.name, one.operation + ': ' + one.description));
    $('scenarios').replaceChildren(...Array.from(meanings.keys()).filter(name => !/[<]| to /.test(name)).map(option));
    $('facts').replaceChildren(
      fact('Contract', status.contract), fact('Refuses', status.refuse), fact('Token endpoint', status.tokenEndpoint));
    tenant = status.tenant;
  }

  function option(name) {
    const element = make('option');
    element.value = name;
    element.label = meanings.get(name);
    return element;
  }

  function choice(value, text) {
    const element = make('option', '', text);
    element.value = value;
    return element;
  }

  function fact(name, value) {
    return make('div', '', make('dt', '', name), make('dd', '', value));
  }

  function state(kind, text) {
    const element = $('state');
    if (element.textContent !== text) {
      element.className = kind;
      element.textContent = text;
    }
  }

  // ---- Traffic ----

  function forgetTraffic() {
    $('exchanges').tBodies[0].replaceChildren();
    count();
  }

  function add(rows) {
    const body = $('exchanges').tBodies[0];
    body.prepend(...rows.slice(-SHOWN).reverse());
    while (body.rows.length > SHOWN) {
      body.lastElementChild.remove();
    }
    count();
  }

  function count() {
    const rows = Array.from($('exchanges').tBodies[0].rows);
    rows.forEach(row => { row.hidden = !passes(row); });
    const shown = rows.filter(row => !row.hidden).length;
    $('no-traffic').hidden = rows.length > 0;
    $('no-match').hidden = rows.length === 0 || shown > 0;
    $('exchanges').hidden = shown === 0;
    $('count').textContent = shown < rows.length ? shown + ' of ' + rows.length + ' shown'
      : rows.length === SHOWN ? 'the latest ' + SHOWN : rows.length === 0 ? '' : rows.length + ' shown';
    reachable($('exchanges'));
  }

  /** Whether a row passes the filters. */
  function passes(row) {
    const operation = $('by-operation').value;
    return row.dataset.status.startsWith($('by-status').value)
      && (operation === '' || row.dataset.operation === operation)
      && (!$('by-violation').checked || row.dataset.violated === 'yes');
  }

  /** Notes on a row what it can be filtered by; an operation that is met for the first time becomes a choice. */
  function filterable(row, status, operation, violated) {
    row.dataset.status = String(status);
    row.dataset.operation = operation || '';
    row.dataset.violated = violated ? 'yes' : 'no';
    const choices = $('by-operation');
    if (operation && !Array.from(choices.options).some(one => one.value === operation)) {
      choices.append(choice(operation, operation));
    }
    return row;
  }

  /** Of a table's rows one is in the tab order; the arrows lead to the others. */
  function reachable(table) {
    const rows = Array.from(table.tBodies[0].rows).filter(row => !row.hidden);
    if (rows.length > 0 && !rows.some(row => row.tabIndex === 0)) {
      rows[0].tabIndex = 0;
    }
  }

  function exchange(entry) {
    const violated = new Set(entry.violations.map(one => one.requirement).filter(Boolean));
    const rows = make('td', 'rows', ...entry.violations.slice(0, 3).map(one => make('div', 'broken', one.sentence)));
    if (entry.violations.length > 3) {
      rows.append(make('div', 'broken', 'and ' + (entry.violations.length - 3) + ' more'));
    }
    if (entry.token) {
      rows.append(make('div', 'broken', entry.token));
    }
    rows.append(make('div', 'tags', ...entry.requirements.map(id => tag(id, violated.has(id)))));
    return filterable(
      line(entry, entry.request.method, entry.request.url, entry.answer.status, rows, () => showExchange(entry)),
      entry.answer.status, entry.operation, entry.violations.length > 0 || entry.token);
  }

  /** A call of the token endpoint, in the order of the traffic. */
  function tokenCall(one) {
    const said = make('td', 'rows', make('div', one.error ? 'broken' : '', one.line));
    return filterable(line(one, one.method, 'token ' + one.endpoint, one.status, said, () => showTokenCall(one)),
      one.status, 'token', one.error);
  }

  function line(entry, method, url, status, said, show) {
    return selectable(make('tr', '',
      make('td', 'number', entry.number),
      make('td', 'time', time(entry.time)),
      make('td', 'method', method),
      make('td', 'url', ...segments(url)),
      make('td', '', make('span', statusClass(status), status)),
      make('td', 'manner', entry.manner),
      said), show);
  }

  /** The parts of a URL, which stay whole where a line has room for them. */
  function segments(url) {
    return url.split(/(?<=[/?&=])/).map(part => make('span', 'segment', part));
  }

  function tag(id, bad) {
    const element = make('span', bad ? 'tag bad' : 'tag', id);
    element.title = statements.has(id) ? statements.get(id).statement : '';
    return element;
  }

  function statusClass(status) {
    return 'status s' + Math.floor(status / 100);
  }

  function time(instant) {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : date.toLocaleTimeString('en-GB') + '.' + String(date.getMilliseconds()).padStart(3, '0');
  }

  function selectable(row, show) {
    row.tabIndex = -1;
    row.setAttribute('role', 'row');
    row.setAttribute('aria-selected', 'false');
    Array.from(row.cells).forEach(cell => cell.setAttribute('role', 'gridcell'));
    row.addEventListener('click', () => open(row, show));
    row.addEventListener('keydown', event => onRowKey(event, row, show));
    return row;
  }

  function onRowKey(event, row, show) {
    const rows = Array.from(row.parentElement.rows).filter(one => !one.hidden);
    const at = rows.indexOf(row);
    const to = {
      ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows[rows.length - 1],
    }[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(row, show);
    } else if (to) {
      event.preventDefault();
      row.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    }
  }

  // ---- Details ----

  function open(row, show) {
    close();
    opener = row;
    row.setAttribute('aria-selected', 'true');
    Array.from(row.parentElement.rows).forEach(other => { other.tabIndex = other === row ? 0 : -1; });
    show();
    $('details').hidden = false;
    $('details').scrollTop = 0;
    $('details-title').focus();
  }

  function close() {
    if ($('details').hidden) {
      return;
    }
    $('details').hidden = true;
    opener.setAttribute('aria-selected', 'false');
    (opener.isConnected ? opener : $('traffic')).focus();
  }

  function fill(title, ...parts) {
    $('details-title').textContent = title;
    $('details-body').replaceChildren(...parts);
  }

  function showExchange(entry) {
    const parts = [make('p', '', make('span', statusClass(entry.answer.status), entry.answer.status), ' ',
      make('span', 'quiet', entry.time + ' · manner: ' + entry.manner + (entry.application ? ' · ' + called(entry.application) : '')))];
    if (entry.token) {
      parts.push(make('p', 'broken', 'Token: ' + entry.token));
    }
    parts.push(make('h3', '', 'Violations'), entry.violations.length === 0
      ? make('p', 'quiet', entry.token ? 'None but the token.' : 'None: the request honours the contract.')
      : make('ul', '', ...entry.violations.map(violation)));
    if (entry.requirements.length > 0) {
      parts.push(make('h3', '', 'Rows of the register'), make('ul', '', ...entry.requirements.map(requirement)));
    }
    parts.push(make('h3', '', 'Request'), ...message(entry.request), make('h3', '', 'Answer'), ...message(entry.answer));
    fill(entry.number + ' · ' + entry.request.method + ' ' + entry.request.url, ...parts);
  }

  function showTokenCall(one) {
    const facts = make('dl', 'headers');
    Object.entries({client: one.client && called(one.client), grant: one.grant, proof: one.proof, endpoint: one.endpoint,
      'asked for': one.asked, error: one.error, manner: one.manner})
      .filter(([, value]) => value)
      .forEach(([name, value]) => facts.append(make('dt', '', name), make('dd', '', value)));
    fill(one.number + ' · token call', make('p', '', make('span', statusClass(one.status), one.status), ' ',
      make('span', 'quiet', one.time)), one.cause ? make('p', 'violation', one.cause) : '', facts);
  }

  /** An application by its name, and by its id where that says something else. */
  function called(id) {
    const name = names.get(id) || id;
    return name === id ? 'application ' + id : name + ' (' + id + ')';
  }

  function violation(one) {
    return make('li', 'violation', make('p', '', one.sentence), make('p', '',
      ...(one.requirement ? statement(one.requirement) : ['No row of the register speaks of it.']),
      make('span', 'quiet', ' Keyword: ' + one.keyword)));
  }

  function requirement(id) {
    const row = statements.get(id);
    return make('li', 'row', ...statement(id), row ? make('div', 'quiet', row.level + ', ' + row.basis + ' · ' + row.source) : '');
  }

  function statement(id) {
    return [make('span', 'tag', id), ' ', statements.has(id) ? statements.get(id).statement : ''];
  }

  function message(part) {
    const headers = make('dl', 'headers');
    Object.entries(part.headers).forEach(([name, value]) => headers.append(make('dt', '', name), make('dd', '', value)));
    return [headers, part.body ? make('pre', '', pretty(part.body)) : make('p', 'quiet', 'No body.'),
      part.body.length >= CUT_AT ? make('p', 'quiet', 'The journal keeps no more of it.') : ''];
  }

  /** JSON with line breaks, when nothing but white space would change: no number, escape or repeated name. */
  function pretty(text) {
    try {
      const value = JSON.parse(text);
      const compact = text.replace(/("(?:\\.|[^"\\])*")|\s+/g, '$1');
      return JSON.stringify(value) === compact ? JSON.stringify(value, null, 2) : text;
    } catch (noJson) {
      return text;
    }
  }

  // ---- What the stub holds, quotas, scenario ----

  function showEntities(entities, status) {
    $('held').textContent = status.entities + ' of ' + status.capacity
      + (status.entities > ENTITIES_SHOWN ? ', the first ' + ENTITIES_SHOWN + ' shown' : '');
    const now = JSON.stringify(entities.slice(0, ENTITIES_SHOWN));
    if (now === held) {
      return;
    }
    held = now;
    const columns = [];
    entities.slice(0, ENTITIES_SHOWN).forEach(entity => Object.entries(entity).forEach(([name, value]) => {
      if (columns.length < COLUMNS && !name.startsWith('@') && value !== null && typeof value !== 'object' && !columns.includes(name)) {
        columns.push(name);
      }
    }));
    const table = $('entities');
    table.hidden = entities.length === 0;
    $('no-entities').hidden = entities.length > 0;
    const head = make('tr', '', ...columns.map(name => make('th', '', name)));
    head.setAttribute('role', 'row');
    Array.from(head.cells).forEach(cell => cell.setAttribute('role', 'columnheader'));
    table.tHead.replaceChildren(head);
    table.tBodies[0].replaceChildren(...entities.slice(0, ENTITIES_SHOWN).map(entity => selectable(
      make('tr', '', ...columns.map(name => make('td', '', entity[name] ?? ''))),
      () => fill('What the stub holds', make('pre', '', JSON.stringify(entity, null, 2))))));
    reachable(table);
  }

  function showQuotas(quotas) {
    $('no-quotas').hidden = quotas.length > 0;
    $('quotas').replaceChildren(...quotas.map(quota => make('li', '', application(quota.application), ...quota.limits.map(limit => {
      const bar = make('progress');
      bar.max = limit.calls;
      bar.value = limit.remaining;
      return make('label', 'limit', limit.remaining + ' of ' + limit.calls + ' left in ' + limit.seconds + ' s', bar);
    }))));
  }

  /** Which roles the calls needed, and which the tokens held beyond. */
  function showPrivileges(privileges) {
    $('no-privileges').hidden = privileges.length > 0;
    $('privileges').hidden = privileges.length === 0;
    $('privileges').tBodies[0].replaceChildren(...privileges.map(one => make('tr', '',
      make('td', '', application(one.application), one.bearer === 'user' ? ' (users)' : ''),
      make('td', '', one.needed.join(', ') || 'none'),
      make('td', one.surplus.length > 0 ? 'broken' : '', one.surplus.join(', ') || 'none'))));
  }

  function application(id) {
    const name = make('strong', '', names.get(id) || id);
    name.title = id;
    return name;
  }

  function showScenario(position) {
    const text = 'Now: ' + position.scenario + (position.usedUp ? ' · used up' : position.step && position.step !== position.scenario
      ? ' · at step ' + position.step : '') + (position.met ? ', met ' + position.met : '');
    if ($('scenario-now').textContent !== text) {
      $('scenario-now').textContent = text;
    }
  }

  async function play(scenario) {
    const said = $('scenario-said');
    try {
      showScenario(await call('PUT', 'scenario', {scenario}));
      said.className = '';
      said.textContent = 'Set: ' + scenario;
    } catch (error) {
      said.className = 'bad';
      said.textContent = error.message;
    }
    beat();
  }

  async function change(method, path) {
    try {
      await call(method, path);
      close();
      forgetTraffic();
      counted = '';
    } catch (error) {
      state('lost', error.message);
    }
    beat();
  }

  // ---- Wiring ----

  $('scenario').addEventListener('input', () => { $('scenario-about').textContent = meanings.get($('scenario').value.trim()) || ''; });
  $('scenario-form').addEventListener('submit', event => {
    event.preventDefault();
    play($('scenario').value);
  });
  $('scenario-fine').addEventListener('click', () => play('fine'));
  $('tenant').addEventListener('change', () => {
    chosen = $('tenant').value;
    close();
    beat();
  });
  ['by-status', 'by-operation', 'by-violation'].forEach(id => $(id).addEventListener('change', count));
  $('filters').addEventListener('submit', event => event.preventDefault());
  $('clear').addEventListener('click', () => change('DELETE', 'journal'));
  $('reset').addEventListener('click', () => {
    if (confirm('Forget the journal, what the stub holds, the quotas used and the scenario?')) {
      change('POST', 'reset');
    }
  });
  $('close').addEventListener('click', close);
  $('key-form').addEventListener('submit', event => {
    event.preventDefault();
    sessionStorage.setItem(KEY, $('key').value);
    $('key-dialog').close();
  });
  $('key-dialog').addEventListener('close', beat);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !$('key-dialog').open) {
      close();
    }
  });
  document.addEventListener('visibilitychange', beat);
  beat();
})();
