"""The script and the style of a page in the preview: they fetch news, keep the place, and show mistakes above the page."""

from __future__ import annotations

SCRIPT = r"""/* Only in the preview. Nothing of this is in the site that is built. */
(function () {
  "use strict";
  const state = document.currentScript.dataset.state, place = "rmplay-preview:" + location.pathname;
  let wanted = null; /* where the reader was, until all that makes the page higher is there */

  function named(url) {
    const path = decodeURIComponent(new URL(url, location.href).pathname).slice(1);
    return path === "" || path.endsWith("/") ? path + "index.html" : path;
  }
  function show(text) {
    let box = document.getElementById("rmplay-mistakes");
    if (!text) { if (box) { box.remove(); } return; }
    if (!box) {
      box = document.createElement("aside");
      box.id = "rmplay-mistakes";
      box.setAttribute("role", "alert");
      box.append(document.createElement("h2"), document.createElement("pre"));
      document.body.prepend(box);
    }
    box.firstChild.textContent = "To be mended. Below is the last good version.";
    box.lastChild.textContent = text;
  }
  function remember() {
    try { sessionStorage.setItem(place, String(wanted === null ? window.scrollY : wanted)); } catch (e) { /* then the browser keeps it */ }
  }
  function again() {
    remember();
    location.reload();
  }
  /* The new text is written into the window that is there: to load it takes a browser longer than all that was before.
     What listened ends with the old text, and what waits is ended here; a script that cannot start twice is loaded again. */
  function renew() {
    news.close();
    fetch(location.href, { cache: "no-store" }).then(function (answer) { return answer.text(); }).then(function (text) {
      remember();
      for (let id = setTimeout(Boolean); id > 0; id--) { clearTimeout(id); }
      document.open();
      window.addEventListener("error", again);
      document.write(text);
      document.close();
    }).catch(again);
  }
  function dress(number) {
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (link) {
      const fresh = link.cloneNode();
      fresh.setAttribute("href", link.getAttribute("href").split("?")[0] + "?" + number);
      fresh.addEventListener("load", function () { link.remove(); });
      link.after(fresh);
    });
  }
  const news = new EventSource("/.rmplay/news?" + state + "&" + encodeURIComponent(named(location.href)));
  news.onmessage = function (event) {
    const now = JSON.parse(event.data), touched = now.changed;
    const read = [location.href, ...Array.from(document.scripts, function (script) { return script.src; })].map(named);
    show(now.mistakes);
    if (!touched || touched.some(function (path) { return /\.(svg|png|woff2)$/.test(path); })) { again(); }
    else if (read.some(function (path) { return touched.includes(path); })) { renew(); }
    else if (touched.some(function (path) { return path.endsWith(".css"); })) { dress(event.lastEventId); }
  };
  window.addEventListener("pagehide", function () { news.close(); });
  function back() {
    if (wanted !== null) { window.scrollTo({ top: Number(wanted), behavior: "instant" }); }
  }
  try { wanted = sessionStorage.getItem(place); sessionStorage.removeItem(place); } catch (e) { /* then the browser keeps it */ }
  back();
  window.addEventListener("load", function () { back(); wanted = null; });
})();
"""
OVERLAY_CSS = """\
#rmplay-mistakes { background: #fff4f4; border: 3px solid #a3151f; color: #1b1b1f; margin: 0; max-height: 60vh;
  overflow: auto; padding: .75rem 1rem; position: sticky; top: 0; z-index: 1000; }
#rmplay-mistakes h2 { color: #a3151f; font: 600 1rem/1.4 system-ui, sans-serif; margin: 0 0 .5rem; }
#rmplay-mistakes pre { background: none; border: 0; color: inherit; font: .85rem/1.4 ui-monospace, monospace; margin: 0;
  white-space: pre-wrap; }
@media print { #rmplay-mistakes { display: none; } }
"""
