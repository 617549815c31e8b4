/* What a person types or ticks is kept in this browser only, one store for each program: a field's name says its page,
   so a sheet shows the same alone and in a pack. Everything works without. */
(function () {
  "use strict";
  const key = "rmplay:" + location.pathname.replace(/[^/]*$/, "");
  const named = "main input[name]:not([data-forget]), main textarea[name]:not([data-forget])";

  /* Storage can be full, blocked or absent; the page goes on without it. */
  function read() {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (e) { return {}; }
  }
  function write(kept) {
    try {
      if (Object.keys(kept).length) { localStorage.setItem(key, JSON.stringify(kept)); }
      else { localStorage.removeItem(key); }
    } catch (e) { /* nothing is kept, and it still prints */ }
  }
  /* Read again before each change: another tab may have written meanwhile. */
  function keep(name, value) {
    const kept = read();
    if (value === "" || value === false) { delete kept[name]; } else { kept[name] = value; }
    write(kept);
  }
  function show(field, value) {
    if (field.type === "checkbox") { field.checked = value === true; }
    else if (field.type === "radio") { field.checked = field.value === value; }
    else { field.value = value === undefined ? "" : value; }
  }
  function showAll() {
    const kept = read();
    document.querySelectorAll(named).forEach(function (field) {
      if (field !== document.activeElement) { show(field, kept[field.name]); }
    });
  }

  if (Object.keys(read()).length) { showAll(); }
  window.addEventListener("storage", function (event) { if (event.key === key) { showAll(); } });

  document.addEventListener("input", function (event) {
    const field = event.target;
    if (!field.name || !field.matches(named)) { return; }
    const value = field.type === "checkbox" ? field.checked : field.value;
    keep(field.name, value);
    document.getElementsByName(field.name).forEach(function (same) { if (same !== field) { show(same, value); } });
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) { return; }
    if (button.hasAttribute("data-print")) { window.print(); }
    if (button.hasAttribute("data-clear")) {
      const kept = read();
      document.querySelectorAll("main input, main textarea").forEach(function (field) {
        if (field.closest("[data-carried]")) { return; }
        delete kept[field.name];
        show(field, undefined);
      });
      write(kept);
      button.parentNode.querySelector("[role=status]").textContent = button.dataset.clear;
    }
  });
  document.querySelectorAll("[data-print]").forEach(function (button) { button.hidden = false; });

  /* Forms are for the pen or for this browser; the Enter key sends nothing. */
  document.addEventListener("submit", function (event) { event.preventDefault(); });

  /* Folded answers are printed open, and closed again afterwards. */
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (part) { part.open = false; }); });

  /* An element with a text and, at will, a class. */
  function make(tag, text, name) { return Object.assign(document.createElement(tag), { textContent: text, className: name || "" }); }

  window.rmplay = { read, make };
})();

/* Search. The index is a classic script, read at the first use: that works from disk too. */
(function () {
  "use strict";
  const script = document.currentScript, dialog = document.querySelector("dialog.find"), open = document.querySelector("[data-find]");
  if (!dialog || !open || !dialog.showModal) { return; }
  const field = dialog.querySelector("input"), list = dialog.querySelector("ul"), said = dialog.querySelector("[role=status]");
  const root = script.src.replace(/assets\/[^/]*$/, ""), here = location.href.replace(/[^/]*$/, ""), most = 20;
  const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
  let index = null, waiting = "";

  function plain(text) { return text.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(/\p{M}/gu, "").replace(/ς/g, "σ").toLowerCase(); }
  function split(text) { return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean); }

  function load() {
    if (index || waiting) { return; }
    waiting = document.createElement("script");
    waiting.onload = function () { index = prepared(window.rmplayIndex); find(); };
    waiting.onerror = function () { waiting = ""; said.textContent = said.dataset.lost; };
    waiting.src = root + (script.dataset.index || "assets/search-index.js");
    document.head.append(waiting);
  }

  /* All pages, with program and words of the title. */
  function prepared(made) {
    made.pages = made.programs.flatMap(function (program) {
      program.own = root + program.folder + "/" === here;
      program.entries = program.words.split(";").map(function (entry) { return entry.split(":"); });
      return program.pages.map(function (page) { return page.concat([program, split(page[1])]); });
    });
    return made;
  }

  /* How well each page fits a term: 1 for a word that begins so, 3 in a heading; more if whole. */
  function fit(term) {
    const found = new Float32Array(index.pages.length), inside = cjk.test(term);
    let first = 0;
    index.programs.forEach(function (program) {
      const entries = program.entries;
      let low = 0, high = inside ? 0 : entries.length;
      while (low < high) { const middle = (low + high) >> 1; if (entries[middle][0] < term) { low = middle + 1; } else { high = middle; } }
      for (; low < entries.length && (inside || entries[low][0].startsWith(term)); low++) {
        const word = entries[low][0], codes = entries[low][1] + ",", whole = word === term ? 0.5 : 0;
        if (inside && !word.includes(term)) { continue; }
        /* Steps from page to page in base 36, doubled, odd in a heading. */
        for (let i = 0, page = first, step = 0; i < codes.length; i++) {
          const code = codes.charCodeAt(i);
          if (code !== 44) { step = step * 36 + code - (code < 58 ? 48 : 87); continue; }
          page += step >> 1;
          found[page] = Math.max(found[page], (step & 1 ? 3 : 1) + whole);
          step = 0;
        }
      }
      first += program.pages.length;
    });
    return found;
  }

  function ranked(terms) {
    const fits = terms.map(fit), best = [];
    index.pages.forEach(function (page, number) {
      if (fits.some(function (found) { return !found[number]; })) { return; }
      let score = page[4].own ? 2 : 0;
      terms.forEach(function (term, i) {
        score += fits[i][number] + page[5].reduce(function (most, word) { return Math.max(most, word === term ? 8 : word.startsWith(term) ? 6 : 0); }, 0);
      });
      best.push([number, score]);
    });
    return best.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  }

  function result(page) {
    const item = document.createElement("li"), link = rmplay.make("a", page[1]), program = page[4], kind = program.kinds[page[2]];
    link.href = root + program.folder + "/" + page[0];
    item.lang = program.language;
    item.append(link, rmplay.make("span", page[1] === program.title ? kind[0] : program.title, "found-in"), rmplay.make("span", page[3] || kind[1]));
    return item;
  }

  function find() {
    const terms = split(field.value);
    if (!terms.length) { list.replaceChildren(); said.textContent = said.dataset.hint; return; }
    if (!index) { load(); return; }
    const best = ranked(terms), count = best.length;
    list.replaceChildren(...best.slice(0, most).map(function (pair) { return result(index.pages[pair[0]]); }));
    said.textContent = count === 0 ? said.dataset.none : count === 1 ? said.dataset.one : said.dataset[count > most ? "best" : "some"].replace("%", count);
  }

  function move(step) {
    const links = Array.from(list.querySelectorAll("a")), at = links.indexOf(document.activeElement) + step;
    if (at < 0) { field.focus(); } else if (links[at]) { links[at].focus(); }
  }

  function show() { if (!dialog.open) { dialog.showModal(); field.select(); load(); } }
  said.dataset.hint = said.textContent;
  open.hidden = false;
  open.addEventListener("click", show);
  dialog.querySelector("[data-find-close]").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
  field.addEventListener("input", find);
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    else if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      const first = list.querySelector("a");
      if (first && !event.isComposing) { first.click(); }
    }
    /* Esc closes, also where a search field would only be emptied by it. */
    else if (event.key === "Escape") { event.preventDefault(); dialog.close(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) { return; }
    event.preventDefault();
    show();
  });
})();
