/* An agenda while two people use it: what was agreed in earlier sessions comes along, and "Start session" runs a clock. */
(function () {
  "use strict";

  /* ---- what was written under Actions in earlier sessions; open ones come along until they are done ---- */
  const carried = document.querySelector("[data-carried]");
  if (carried) {
    const kept = rmplay.read(), list = carried.querySelector("ul");
    carried.dataset.carried.split(" ").forEach(function (earlier, back) {
      const [session, page] = earlier.split(":");
      for (let n = 1; n <= 12; n++) {
        const what = kept[page + "--what-" + n], done = page + "--ok-" + n;
        if (!what || (back > 0 && kept[done]) || list.children.length > 7) { continue; }
        const item = document.createElement("li"), label = document.createElement("label"), text = rmplay.make("span", what + " ");
        const box = Object.assign(document.createElement("input"), { type: "checkbox", name: done, checked: kept[done] === true });
        text.append(rmplay.make("span", [kept[page + "--who-" + n], kept[page + "--by-" + n], carried.dataset.from + " " + session].filter(Boolean).join(", "), "soft"));
        label.append(box, text);
        item.append(label);
        list.append(item);
      }
    });
    carried.hidden = !list.children.length;
  }

  /* ---- the clock ---- */
  const clock = document.querySelector(".clock"), start = document.querySelector("[data-start]");
  const rows = Array.from(document.querySelectorAll(".run tr[data-minutes]")).filter(function (row) { return Number(row.dataset.minutes); });
  if (!clock || !start || !rows.length) { return; }
  const key = "rmplay-clock:" + location.pathname, minute = 60000;
  const ends = rows.reduce(function (all, row) { return all.concat((all[all.length - 1] || 0) + row.dataset.minutes * minute); }, []);
  const whole = ends[ends.length - 1], title = clock.querySelector(".clock-part"), time = clock.querySelector(".clock-time");
  const hold = clock.querySelector("[data-clock=hold]"), hint = clock.querySelector(".clock-awake");
  let state = null, timer = 0, lit = -1, awake = null;

  function save() {
    try { if (state) { sessionStorage.setItem(key, JSON.stringify(state)); } else { sessionStorage.removeItem(key); } } catch (e) { /* a reload ends it */ }
  }
  function elapsed() { return state.held === undefined ? Date.now() - state.began : state.held; }
  function spoken(milliseconds) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }
  function clockTime(milliseconds) { return new Date(milliseconds).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }); }

  /* The screen may go dark all the same: from disk, to save power, or in a browser that cannot. */
  function stayAwake() {
    if (!navigator.wakeLock || awake) { return; }
    navigator.wakeLock.request("screen").then(function (lock) {
      if (!state) { lock.release(); return; }
      awake = lock;
      hint.textContent = clock.dataset.awake;
      lock.addEventListener("release", function () { awake = null; hint.textContent = ""; });
    }).catch(function () { /* it was not allowed */ });
  }

  function light(number) {
    if (number === lit) { return; }
    lit = number;
    rows.forEach(function (row, i) {
      row.classList.toggle("now", i === number);
      row.classList.toggle("past", i < number);
      if (i === number) { row.setAttribute("aria-current", "step"); } else { row.removeAttribute("aria-current"); }
    });
    const row = rows[number];
    title.textContent = row ? row.querySelector(".part").textContent : clock.dataset.over;
    clock.querySelector("[role=status]").textContent = row ? title.textContent + ", " + row.querySelector(".t span").textContent : clock.dataset.over;
    clock.querySelector("[data-clock=next]").hidden = !row;
    if (row && !document.activeElement.closest("input, textarea")) { row.scrollIntoView({ block: "center" }); }
  }

  function tick() {
    const gone = elapsed(), number = ends.findIndex(function (end) { return gone < end; }), at = number < 0 ? rows.length : number;
    light(at);
    const left = (number < 0 ? gone : ends[at]) - (number < 0 ? whole : gone);
    time.firstElementChild.textContent = number < 0 ? "+" + spoken(left) : clock.dataset.left.replace("%", spoken(left));
    time.lastElementChild.textContent = number < 0 || state.held !== undefined ? "" : clock.dataset.until.replace("%", clockTime(Date.now() + left));
    clock.querySelector("progress").value = Math.min(1, gone / whole);
  }

  function run() {
    clock.hidden = false;
    start.hidden = true;
    document.body.classList.add("timed");
    if (state.held !== undefined) { swap(); }
    tick();
    timer = setInterval(tick, 500);
    stayAwake();
  }
  function swap() { const word = hold.textContent; hold.textContent = hold.dataset.other; hold.dataset.other = word; }

  const acts = {
    hold: function () {
      if (state.held === undefined) { state.held = elapsed(); } else { state = { began: Date.now() - state.held }; }
      swap();
    },
    next: function () {
      const gone = elapsed(), end = ends.find(function (end) { return gone < end; });
      if (end !== undefined) { if (state.held === undefined) { state.began -= end - gone; } else { state.held = end; } }
    },
    stop: function () {
      if (state.held !== undefined) { swap(); }
      state = null;
      clearInterval(timer);
      light(-1);
      if (awake) { awake.release(); }
      clock.hidden = true;
      start.hidden = false;
      document.body.classList.remove("timed");
      start.focus();
    }
  };
  clock.addEventListener("click", function (event) {
    const button = event.target.closest("[data-clock]");
    if (!button) { return; }
    acts[button.dataset.clock]();
    save();
    if (state) { tick(); }
  });
  start.addEventListener("click", function () {
    state = { began: Date.now() };
    save();
    run();
    hold.focus({ preventScroll: true });
  });
  document.addEventListener("visibilitychange", function () { if (state && document.visibilityState === "visible") { tick(); stayAwake(); } });
  start.hidden = false;
  try { state = JSON.parse(sessionStorage.getItem(key)); } catch (e) { state = null; }
  if (state) { run(); }
})();
