/* What a person types or ticks is kept in this browser only, under the address of the page. Everything works without. */
(function () {
  "use strict";
  var key = "rmplay:" + location.pathname;
  var fields = Array.prototype.slice.call(document.querySelectorAll("main input[name], main textarea[name]"));
  var kept = {};

  /* Storage can be full, blocked or absent; the page goes on without it. */
  function read() {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (e) { return {}; }
  }
  function write() {
    try {
      if (Object.keys(kept).length) { localStorage.setItem(key, JSON.stringify(kept)); }
      else { localStorage.removeItem(key); }
    } catch (e) { /* nothing is kept, and it still prints */ }
  }

  kept = read();
  fields.forEach(function (field) {
    var value = kept[field.name];
    if (value === undefined) { return; }
    if (field.type === "checkbox") { field.checked = value === true; }
    else if (field.type === "radio") { field.checked = field.value === value; }
    else { field.value = value; }
  });

  document.addEventListener("input", function (event) {
    var field = event.target;
    if (!field.name || field.hasAttribute("data-forget")) { return; }
    var value = field.type === "checkbox" ? field.checked : field.value;
    if (value === "" || value === false) { delete kept[field.name]; } else { kept[field.name] = value; }
    write();
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) { return; }
    if (button.hasAttribute("data-print")) { window.print(); }
    if (button.hasAttribute("data-clear")) {
      fields.forEach(function (field) {
        if (field.type === "checkbox" || field.type === "radio") { field.checked = false; } else { field.value = ""; }
      });
      kept = {};
      write();
      button.parentNode.querySelector("[role=status]").textContent = "All cleared.";
    }
  });
  document.querySelectorAll("[data-print]").forEach(function (button) { button.hidden = false; });

  /* Forms are for the pen or for this browser; the Enter key sends nothing. */
  document.addEventListener("submit", function (event) { event.preventDefault(); });

  /* Folded answers are printed open, and closed again afterwards. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (part) { part.open = false; }); });
})();
