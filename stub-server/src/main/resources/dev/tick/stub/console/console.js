"use strict";
// Everything from the wire is put on the page as text: nothing here makes markup of data.
const PERIOD = 1000;
const at = id => document.getElementById(id);
const entries = [];
let rows = new Map();
let latest = 0;
let chosen = 0;

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

async function call(method, path, body) {
  const headers = {};
  const key = sessionStorage.getItem("key");
  if (key) headers["X-Tick-Key"] = key;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.status === 401) {
    if (!at("ask").open) at("ask").showModal();
    throw new Error("the admin key is missing or wrong");
  }
  const json = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(json.error.message);
  return json;
}

function summary(entry) {
  const line = element("li");
  line.tabIndex = entry.number === latest ? 0 : -1;
  line.dataset.number = entry.number;
  line.append(
    element("span", entry.answer.status, entry.answer.status < 400 ? "status" : "status refused"),
    element("span", entry.request.method),
    element("span", entry.request.url, "url"),
    element("time", entry.time.slice(11, 19)));
  const notes = entry.violations.map(violation => violation.sentence);
  if (entry.token) notes.unshift(entry.token);
  if (entry.manner !== "fine") notes.unshift("mood: " + entry.manner);
  if (notes.length) line.append(element("span", notes.join(" · "), "note"));
  line.addEventListener("click", () => choose(entry.number));
  return line;
}

function pretty(text) {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

function message(title, first, message) {
  const lines = [first, ...Object.entries(message.headers).map(([name, value]) => name + ": " + value)];
  return [element("h3", title), element("pre", lines.join("\n") + (message.body ? "\n\n" + pretty(message.body) : ""))];
}

function statement(id) {
  const row = rows.get(id);
  return element("div", row ? id + " (" + row.level + ", " + row.basis + "): " + row.statement + " — " + row.source : id, "statement");
}

function choose(number) {
  chosen = number;
  const entry = entries.find(one => one.number === number);
  for (const line of at("entries").children) {
    const here = Number(line.dataset.number) === number;
    line.setAttribute("aria-current", here);
    line.tabIndex = here ? 0 : -1;
  }
  const detail = at("detail");
  detail.hidden = !entry;
  if (!entry) return;
  const parts = [element("h2", "#" + entry.number + " " + entry.request.method + " " + entry.request.url)];
  if (entry.token) parts.push(element("p", entry.token, "bad"));
  if (entry.violations.length) {
    const list = element("ul");
    for (const violation of entry.violations) {
      const item = element("li", violation.sentence, "bad");
      if (violation.requirement) item.append(statement(violation.requirement));
      list.append(item);
    }
    parts.push(element("h3", "Violations"), list);
  }
  if (entry.requirements.length) parts.push(element("h3", "Rows that it touches"), ...entry.requirements.map(statement));
  parts.push(...message("Request", entry.request.method + " " + entry.request.url, entry.request));
  parts.push(...message("Answer", String(entry.answer.status), entry.answer));
  detail.replaceChildren(...parts);
}

function show(added) {
  for (const entry of added) {
    latest = entry.number;
    entries.push(entry);
    at("entries").prepend(summary(entry));
  }
  while (entries.length > 1000) {
    entries.shift();
    at("entries").lastChild.remove();
  }
  at("no-traffic").hidden = entries.length > 0;
}

function table(held) {
  const names = [...new Set(held.flatMap(Object.keys))].filter(name => !name.startsWith("@"));
  const head = element("tr");
  head.append(...names.map(name => element("th", name)));
  at("held").replaceChildren(head, ...held.map(one => {
    const line = element("tr");
    line.append(...names.map(name => element("td", typeof one[name] === "object" ? (one[name] ? JSON.stringify(one[name]) : "") : one[name])));
    return line;
  }));
}

function position(now) {
  at("mood-now").textContent = now.step === "fine" ? "Now: fine" : "Now: " + now.step + (now.mood === now.step ? "" : " (of " + now.mood + ")");
}

async function look() {
  const status = await call("GET", "/tick/status");
  if (status.journal.latest < latest) { forget(); latest = 0; }
  at("status").textContent = status.contract + " · refuses " + status.refuse + " · holds " + status.entities + " of " + status.capacity;
  position(status.mood);
  if (status.journal.latest > latest) {
    show((await call("GET", "/tick/journal?after=" + latest)).entries);
    latest = status.journal.latest;
    table((await call("GET", "/tick/entities")).entities);
    const quotas = (await call("GET", "/tick/quotas")).quotas;
    at("quotas").replaceChildren(...(quotas.length ? quotas.map(one => element("li", one.application + ": "
      + one.limits.map(limit => limit.remaining + " of " + limit.calls + " left in " + limit.seconds + " s").join(", ")))
      : [element("li", "None set, or no call counted yet.")]));
  }
}

function forget() {
  entries.length = 0;
  at("entries").replaceChildren();
  at("no-traffic").hidden = false;
  choose(0);
}

async function become(line) {
  try {
    position(await call("PUT", "/tick/mood", { mood: line }));
    at("mood-error").textContent = "";
  } catch (error) {
    at("mood-error").textContent = error.message;
  }
}

async function learn() {
  const moods = await call("GET", "/tick/moods");
  at("scenarios").replaceChildren(...moods.scenarios.map(one => {
    const option = element("option");
    option.value = one.name;
    option.label = one.description;
    return option;
  }));
  rows = new Map((await call("GET", "/tick/requirements")).requirements.map(row => [row.id, row]));
}

function move(event) {
  const line = event.target.closest("li");
  if (!line) return;
  const next = { ArrowDown: line.nextElementSibling, ArrowUp: line.previousElementSibling }[event.key];
  if (next) { next.tabIndex = 0; line.tabIndex = -1; next.focus(); event.preventDefault(); }
  if (event.key === "Enter") choose(Number(line.dataset.number));
  if (event.key === "Escape") choose(0);
}

async function loop() {
  try {
    if (!document.hidden) {
      if (rows.size === 0) await learn();
      await look();
    }
  } catch (error) {
    at("status").textContent = "Not reached: " + error.message;
  }
  setTimeout(loop, PERIOD);
}

at("mood").addEventListener("submit", event => { event.preventDefault(); become(at("line").value); });
at("fine").addEventListener("click", () => become("fine"));
at("clear").addEventListener("click", async () => { await call("DELETE", "/tick/journal"); forget(); });
at("reset").addEventListener("click", async () => { await call("POST", "/tick/reset", {}); forget(); table([]); });
at("entries").addEventListener("keydown", move);
at("ask").addEventListener("close", () => { sessionStorage.setItem("key", at("key").value); at("key").value = ""; });
loop();
