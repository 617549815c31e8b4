/* What a person types or ticks is kept in this browser only, under the address of the page. Everything works without. */
(function () {
  "use strict";
  var key = "rmplay:" + location.pathname;

  function stored() {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (e) { return {}; }
  }
  function store(values) {
    try {
      if (Object.keys(values).length) { localStorage.setItem(key, JSON.stringify(values)); }
      else { localStorage.removeItem(key); }
    } catch (e) { /* a browser that keeps nothing still prints */ }
  }
  function fields() {
    return Array.prototype.slice.call(document.querySelectorAll("main input[name], main textarea[name]"));
  }
  function isBox(field) { return field.type === "checkbox" || field.type === "radio"; }

  var kept = stored();
  fields().forEach(function (field) {
    var value = kept[field.name];
    if (value === undefined) { return; }
    if (field.type === "checkbox") { field.checked = value === true; }
    else if (field.type === "radio") { field.checked = field.value === value; }
    else { field.value = value; }
  });
  document.addEventListener("input", function (event) {
    var field = event.target;
    if (!field.name) { return; }
    var value = field.type === "checkbox" ? field.checked : field.value;
    if (value === "" || value === false) { delete kept[field.name]; } else { kept[field.name] = value; }
    store(kept);
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) { window.print(); }
    if (event.target.closest("[data-clear]")) {
      fields().forEach(function (field) { if (isBox(field)) { field.checked = false; } else { field.value = ""; } });
      kept = {};
      store(kept);
    }
  });
  document.querySelectorAll("[data-print]").forEach(function (button) { button.hidden = false; });

  /* Folded answers are printed open, and closed again afterwards. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (part) { part.open = false; }); });
})();
