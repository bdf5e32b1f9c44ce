
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const VERDICTS = data.verdicts, UNJUDGED = ["skip", "inapplicable"];
  const WORST = ["crash", "timeout", "missing", "blocked", "fail", "pass", "inapplicable", "skip"];
  const matrix = document.getElementById("matrix"), form = document.getElementById("filter");

  // ---- reading the packed data

  const verdictOf = (run, n) => VERDICTS[run.verdicts[n]]; // undefined if it was not run
  const isBad = (verdict) => verdict && verdict !== "pass" && !UNJUDGED.includes(verdict);
  const calls = new Map(); // "group/call": numbers of its programs
  data.programs.forEach(([id], n) => {
    const key = id.slice(0, id.lastIndexOf("/"));
    if (!calls.has(key)) calls.set(key, []);
    calls.get(key).push(n);
  });
  const known = new Set(data.programs.map(([id]) => id));

  // ---- making elements

  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name === "text") element.textContent = value;
      else if (value !== null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const chip = (verdict, text) => make("span", { class: "verdict " + verdict, text: text || verdict });

  // ---- the matrix

  function cell(run, numbers) {
    const verdicts = numbers.map((n) => verdictOf(run, n)).filter(Boolean);
    if (!verdicts.length) return make("td", { class: "dim", text: "–" });
    const worst = WORST.find((verdict) => verdicts.includes(verdict));
    const judged = verdicts.filter((verdict) => !UNJUDGED.includes(verdict));
    const passes = judged.filter((verdict) => verdict === "pass").length;
    let text = judged.length ? `${passes}/${judged.length}` : worst;
    if (isBad(worst)) text += " " + worst;
    return make("td", {}, chip(worst, text));
  }

  function build() {
    let group = null;
    for (const key of [...calls.keys()].sort()) {
      const [itsGroup, name] = key.split("/");
      if (itsGroup !== group) {
        group = itsGroup;
        const head = make("th", { scope: "rowgroup", colspan: data.runs.length + 1, text: group });
        matrix.append(make("tbody", { class: "group", id: group, "data-group": group }, make("tr", {}, head)));
      }
      const button = make("button", { type: "button", "aria-expanded": "false", text: name });
      const row = make("tr", {}, make("th", { scope: "row" }, button));
      row.append(...data.runs.map((run) => cell(run, calls.get(key))));
      const body = make("tbody", { class: "call", id: key, "data-group": group }, row);
      button.addEventListener("click", () => toggle(body, !isOpen(body), true));
      matrix.append(body);
    }
  }

  const buttonOf = (body) => body.querySelector("th button");
  const isOpen = (body) => buttonOf(body).getAttribute("aria-expanded") === "true";

  function toggle(body, open, byHand) {
    buttonOf(body).setAttribute("aria-expanded", String(open));
    const shown = body.querySelector("tr.opened");
    if (shown) shown.remove();
    if (open) body.append(make("tr", { class: "opened" }, detail(body.id)));
    if (byHand) history.replaceState(null, "", open ? "#" + body.id : location.pathname + location.search);
  }

  // ---- what a call opens

  function detail(key) {
    const panel = make("div", { class: "panel" });
    const errors = data.errors[key];
    if (errors) panel.append(errorTable(key, errors));
    const behaviours = (data.behaviours || {})[key];
    if (behaviours) panel.append(behaviourTable(behaviours));
    const troubled = (n) => data.runs.some((run) => isBad(verdictOf(run, n)));
    const numbers = calls.get(key);
    panel.append(...[...numbers.filter(troubled), ...numbers.filter((n) => !troubled(n))].map(program));
    return make("td", { class: "detail", colspan: data.runs.length + 1 }, panel);
  }

  function errorTable(key, errors) {
    const names = Object.keys(errors), shown = names.filter((name) => Array.isArray(errors[name]));
    const list = make("ul");
    for (const name of names) {
      const entry = make("li", {}, make("code", { text: name }), ": ");
      if (Array.isArray(errors[name]))
        errors[name].forEach((id, n) => entry.append(n ? ", " : "", link(id)));
      else entry.append("none: " + errors[name]);
      list.append(entry);
    }
    const text = `Errors of its man page: ${shown.length} of ${names.length} are shown by a program`;
    return make("details", { class: "errors" }, make("summary", { text }), list);
  }

  function behaviourTable(clauses) {
    const list = make("ul");
    for (const [says, page, shown] of clauses) {
      const entry = make("li", {}, says + " ", make("span", { class: "dim", text: page }), ": ");
      if (Array.isArray(shown)) shown.forEach((id, n) => entry.append(n ? ", " : "", link(id)));
      else entry.append(shown ? "none: " + shown : "no program yet");
      list.append(entry);
    }
    const count = clauses.filter(([, , shown]) => Array.isArray(shown)).length;
    const text = `Documented behaviour: ${count} of ${clauses.length} are shown by a program`;
    return make("details", { class: "errors" }, make("summary", { text }), list);
  }

  const link = (id) => make(known.has(id) ? "a" : "span", { href: known.has(id) ? "#" + id : null, text: id });

  function program(n) {
    const [id, sentence, manual] = data.programs[n];
    const chips = make("ul", { class: "chips" });
    const troubles = new Map(); // engines that got the same, shown once
    data.runs.forEach((run) => {
      const verdict = verdictOf(run, n);
      if (!verdict) return;
      const cost = make("span", { class: "dim", text: ` ${run.ms[n]} ms` });
      chips.append(make("li", {}, chip(verdict, `${run.name}: ${verdict}`), cost));
      const found = run.failures[n];
      if (!found) return;
      const same = JSON.stringify([verdict, ...found.slice(0, 3), found[4]]);
      if (!troubles.has(same)) troubles.set(same, { verdict, found, names: [] });
      troubles.get(same).names.push(run.name);
    });
    const troubled = [...troubles.values()].some((trouble) => !UNJUDGED.includes(trouble.verdict));
    const box = make("div", { class: troubled ? "program troubled" : "program", id, tabindex: "-1" });
    box.append(make("h4", {}, make("a", { href: "#" + id, text: id })), make("p", { text: sentence }));
    if (manual >= 0 && data.strings[manual])
      box.append(make("p", { class: "dim", text: "Documented in: " + data.strings[manual] }));
    box.append(chips, ...[...troubles.values()].map((trouble) => explain(trouble, id)));
    return box;
  }

  function explain({ verdict, found, names }, id) {
    const [text, difference, messages, command, verdicts] = found.map((s) => data.strings[s].replaceAll("{id}", id));
    const box = make("div", { class: "trouble" });
    box.append(make("p", {}, chip(verdict), ` on ${names.join(", ")}` + (text ? `: ${text}` : "")));
    if (verdicts) box.append(make("p", { text: `Flaky: ${verdicts}` }));
    if (difference.trim() && ![...UNJUDGED, "missing"].includes(verdict)) box.append(sideBySide(difference, names[0]));
    if (messages.trim()) box.append(fold("Standard error", messages));
    if (command) box.append(fold("Reproduce", command, true));
    return box;
  }

  function fold(title, text, copied) {
    const box = make("details", {}, make("summary", { text: title }), make("pre", { text }));
    if (copied && navigator.clipboard) {
      const button = make("button", { type: "button", class: "copy", text: "Copy" });
      button.addEventListener("click", () =>
        navigator.clipboard.writeText(text).then(() => { button.textContent = "Copied"; }, () => {}));
      box.append(button);
    }
    return box;
  }

  // Lines that are lacking stand beside those that came in their place.
  function sideBySide(difference, engine) {
    const rows = [];
    let lacking = [], extra = [];
    const flush = () => {
      for (let i = 0; i < Math.max(lacking.length, extra.length); i++) rows.push([lacking[i], extra[i], true]);
      lacking = []; extra = [];
    };
    for (const line of difference.split("\n")) {
      const text = line.slice(2);
      if (line.startsWith("- ")) lacking.push(text);
      else if (line.startsWith("+ ")) extra.push(text);
      else { flush(); rows.push([text, text, false]); }
    }
    flush();
    const titles = ["Linux (expectation)", engine];
    const head = make("tr", {}, ...titles.map((text) => make("th", { scope: "col", text })));
    const body = make("tbody");
    const first = rows.findIndex((row) => row[2]);
    rows.forEach(([left, right, differs], i) => {
      const mark = (text) => (text === undefined ? "" : differs ? make("mark", { text }) : text);
      const side = (text, kind) => make("td", { class: differs && text !== undefined ? kind : null }, mark(text));
      body.append(make("tr", { class: i === first ? "first" : null }, side(left, "minus"), side(right, "plus")));
    });
    const caption = make("caption", { class: "hidden", text: "Expectation beside transcript; marked lines differ" });
    return make("div", { class: "diff", tabindex: "0", role: "region", "aria-label": "Expectation beside transcript" },
      make("table", {}, caption, make("thead", {}, head), body));
  }

  // ---- the filter

  function wanted(n, text, engine, verdict, differs) {
    const [id, sentence] = data.programs[n];
    if (text && !(id + " " + sentence).toLowerCase().includes(text)) return false;
    const runs = engine ? [data.runs[engine]] : data.runs;
    const verdicts = runs.map((run) => verdictOf(run, n)).filter(Boolean);
    if (!verdicts.length) return false;
    if (verdict === "bad" ? !verdicts.some(isBad) : verdict && !verdicts.includes(verdict)) return false;
    return !differs || new Set(data.runs.map((run) => verdictOf(run, n)).filter(Boolean)).size > 1;
  }

  function filter() {
    const text = form.elements.text.value.trim().toLowerCase(), group = form.elements.group.value;
    const engine = form.elements.engine.value, verdict = form.elements.verdict.value;
    const differs = form.elements.differs.checked;
    const groups = new Set();
    let count = 0, programs = 0;
    for (const body of matrix.querySelectorAll("tbody.call")) {
      const chosen = calls.get(body.id).filter((n) => wanted(n, text, engine, verdict, differs));
      body.hidden = (group && body.dataset.group !== group) || !chosen.length;
      if (body.hidden) continue;
      groups.add(body.dataset.group);
      count += 1;
      programs += chosen.length;
    }
    for (const head of matrix.querySelectorAll("tbody.group")) head.hidden = !groups.has(head.dataset.group);
    form.elements.count.textContent = `${plural(count, "call")}, ${plural(programs, "program")}`;
  }

  // ---- deep links: #group, #group/call, #group/call/case

  function follow() {
    let target;
    try { target = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const parts = target.split("/"), key = parts.slice(0, 2).join("/");
    if (parts.length === 1 && matrix.querySelector(`tbody.group[data-group="${CSS.escape(target)}"]`)) {
      form.reset();
      form.elements.group.value = target;
      filter();
      document.getElementById("calls").scrollIntoView();
    } else if (parts.length > 1 && calls.has(key)) {
      const body = document.getElementById(key);
      if (body.hidden) { form.reset(); filter(); }
      if (!isOpen(body)) toggle(body, true, false);
      const place = document.getElementById(target) || body;
      place.scrollIntoView();
      (place === body ? buttonOf(body) : place).focus({ preventScroll: true });
    }
  }

  // A link to what an engine did not pass, in one group or in all.
  function jump(event) {
    event.preventDefault();
    const { engine, group } = event.currentTarget.dataset;
    form.reset();
    Object.assign(form.elements.engine, { value: engine });
    Object.assign(form.elements.group, { value: group });
    Object.assign(form.elements.verdict, { value: "bad" });
    filter();
    document.getElementById("calls").scrollIntoView();
    const first = matrix.querySelector("tbody.call:not([hidden]) th button");
    if (first) first.focus({ preventScroll: true });
  }

  build();
  filter();
  for (const link of document.querySelectorAll("a[data-engine]")) link.addEventListener("click", jump);
  form.hidden = false;
  document.getElementById("matrix-region").hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    form.elements.text.focus();
  });
  window.addEventListener("hashchange", follow);
  follow();
})();
