/* The programs of the home page by kind, topic and status, in the order that is asked for. The address keeps the choice. */
(function () {
  "use strict";
  const form = document.querySelector("[data-sieve]"), list = document.querySelector(".cards");
  if (!form || !list) { return; }
  const cards = Array.from(list.children), said = form.querySelector("[role=status]");
  const all = form.querySelector("[data-all]:not([role])"), none = document.querySelector(".none");
  const fields = Array.from(form.querySelectorAll("select"));

  function number(card, name) { return card.dataset[name] === "" ? Infinity : Number(card.dataset[name]); }

  function apply() {
    const chosen = {};
    fields.forEach(function (field) { if (field.value) { chosen[field.name] = field.value; } });
    let shown = 0;
    cards.forEach(function (card) {
      card.hidden = ["kind", "topic", "status"].some(function (name) { return chosen[name] && card.dataset[name] !== chosen[name]; });
      shown += card.hidden ? 0 : 1;
    });
    /* Equal numbers stay in the order of titles, in which the page has them. */
    const order = cards.slice();
    if (chosen.sort) { order.sort(function (a, b) { return number(a, chosen.sort) - number(b, chosen.sort) || 0; }); }
    list.append(...order);
    none.hidden = shown > 0;
    all.hidden = shown === cards.length;
    said.textContent = shown === cards.length ? said.dataset.all : said.dataset.some.replace("%", shown);
    return chosen;
  }

  new URLSearchParams(location.hash.slice(1)).forEach(function (value, name) {
    const field = form.elements[name];
    if (field && Array.from(field.options).some(function (option) { return option.value === value; })) { field.value = value; }
  });
  form.hidden = false;
  apply();
  form.addEventListener("input", function () {
    const asked = new URLSearchParams(apply()).toString();
    try { history.replaceState(null, "", asked ? "#" + asked : location.pathname + location.search); } catch (e) { /* from disk */ }
  });
  all.addEventListener("click", function () {
    fields.forEach(function (field) { if (field.name !== "sort") { field.value = ""; } });
    form.dispatchEvent(new Event("input"));
    fields[0].focus();
  });
})();
