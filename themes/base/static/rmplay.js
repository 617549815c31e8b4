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
      button.parentNode.querySelector("[role=status]").textContent = "All cleared.";
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
