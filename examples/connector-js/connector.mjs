// A connector to the indicators API of Microsoft Defender for Endpoint: submits, imports, lists and deletes. Node 18 or newer, no packages.
import {setTimeout as pause} from 'node:timers/promises';

const PASSING = new Set([408, 429, 500, 502, 503, 504]);
const BATCH = 500;

/** An answer that no repetition makes better, or the last of too many. */
export class Refusal extends Error {
  constructor(status, text) {
    super(`${status} ${text}`);
    this.status = status;
  }
}

/** Keeps its token and its connections; make one of it, and share it. */
export class Connector {
  #access;
  #token;

  /** `resource` is what the token is asked for; the times are milliseconds, `patience` the longest wait that a service may ask for. */
  constructor({baseUrl, tokenEndpoint, clientId, clientSecret, resource = 'https://api.securitycenter.microsoft.com',
    attempts = 5, delay = 250, patience = 120_000, timeout = 30_000, rest = pause}) {
    this.#access = {tokenEndpoint, form: {grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, resource}};
    Object.assign(this, {baseUrl, attempts, delay, patience, timeout, rest});
  }

  /** Creates or updates an indicator; returns it as the service keeps it, with its id. */
  submit(indicator) {
    return this.#call('POST', '/api/indicators', indicator);
  }

  /** Creates or updates indicators; returns what became of each: `{id, indicator, isFailed, failureReason}`. */
  async import(indicators) {
    const results = [];
    for (const batch of batches(indicators)) {
      results.push(...(await this.#call('POST', '/api/indicators/import', {Indicators: batch})).value);
    }
    return results;
  }

  /** Yields the indicators, page after page. */
  async *list() {
    for (let path = '/api/indicators'; path;) {
      const page = await this.#call('GET', path);
      yield* page.value;
      path = page['@odata.nextLink'] && pathOf(page['@odata.nextLink'], this.baseUrl);
    }
  }

  /** Deletes the indicator of this id; a 404 says that it is gone already. */
  async delete(id) {
    await this.#call('DELETE', '/api/indicators/' + encodeURIComponent(id));
  }

  /** Deletes the indicators of these ids. */
  async deleteAll(ids) {
    for (const batch of batches(ids)) {
      await this.#call('POST', '/api/indicators/BatchDelete', {IndicatorIds: batch});
    }
  }

  /**
   * Sends a request until it is taken or refused, with one renewal of the token. Each kind may be repeated, since a second one changes
   * nothing; only a delete is then refused with 404.
   */
  async #call(method, path, body) {
    const send = text => this.#persist(new URL(path, this.baseUrl), {
      method,
      headers: {Authorization: 'Bearer ' + text, ...(body && {'Content-Type': 'application/json'})},
      body: body && JSON.stringify(body),
    });
    const token = this.#current();
    const text = await token.text;
    try {
      return await send(text);
    } catch (e) {
      if (e.status !== 401) {
        throw e;
      }
    }
    this.#drop(token);
    return send(await this.#current().text);
  }

  /** Returns the token that all share until a minute before its end, and asks for one where there is none. */
  #current() {
    if (!this.#token || this.#token.end < Date.now()) {
      const {tokenEndpoint, form} = this.#access;
      const token = {end: Infinity};
      token.text = this.#persist(tokenEndpoint, {method: 'POST', body: new URLSearchParams(form)}).then(answer => {
        token.end = Date.now() + (answer.expires_in - 60) * 1000;
        return answer.access_token;
      });
      token.text.catch(() => this.#drop(token));
      this.#token = token;
    }
    return this.#token;
  }

  /** Forgets a token, unless somebody has already renewed it. */
  #drop(token) {
    if (this.#token === token) {
      this.#token = undefined;
    }
  }

  /** Sends until the answer is more than passing trouble; returns its JSON, or undefined where it has no body. */
  async #persist(url, request) {
    for (let attempt = 1; ; attempt++) {
      let wait = this.delay * 2 ** (attempt - 1) * (1 + Math.random());
      try {
        const answer = await fetch(url, {...request, redirect: 'manual', signal: AbortSignal.timeout(this.timeout)});
        const text = await answer.text();
        if (answer.ok) {
          return text ? JSON.parse(text) : undefined;
        }
        // A quota counts minutes; whoever is not told when to come again waits for half of one.
        const asked = waitOf(answer.headers) ?? (answer.status === 429 ? 30_000 : 0);
        if (!PASSING.has(answer.status) || asked > this.patience || attempt === this.attempts) {
          throw new Refusal(answer.status, text);
        }
        wait = Math.max(wait, asked);
      } catch (e) {
        // Anything else is a lost or broken answer.
        if (e instanceof Refusal || attempt === this.attempts) {
          throw e;
        }
      }
      await this.rest(wait);
    }
  }
}

function* batches(all) {
  for (let i = 0; i < all.length; i += BATCH) {
    yield all.slice(i, i + BATCH);
  }
}

/** Returns a link's path at our own host, so that no other host is given the token. */
function pathOf(link, base) {
  const {pathname, search} = new URL(link, base);
  return pathname + search;
}

/** Returns the milliseconds of a Retry-After, seconds or a date; undefined without one. A date is compared with the service's own clock. */
function waitOf(headers) {
  const told = headers.get('Retry-After');
  if (told === null) {
    return undefined;
  }
  const wait = /^\d+$/.test(told) ? told * 1000 : Date.parse(told) - (Date.parse(headers.get('Date')) || Date.now());
  return Number.isNaN(wait) ? undefined : wait;
}
