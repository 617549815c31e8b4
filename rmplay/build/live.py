"""The script and the style of a page in the preview: they fetch news, keep the place, and show mistakes above the page."""

from __future__ import annotations

SCRIPT = """\
/* Only in the preview. Nothing of this is in the site that is built. */
(function () {
  "use strict";
  var news = new EventSource("/.rmplay/news?" + document.currentScript.dataset.state);
  var place = "rmplay-preview:" + location.pathname;

  function here() {
    var path = decodeURIComponent(location.pathname).replace(/^\\//, "");
    return path === "" || path.slice(-1) === "/" ? path + "index.html" : path;
  }
  function show(text) {
    var box = document.getElementById("rmplay-mistakes");
    if (!text) { if (box) { box.remove(); } return; }
    if (!box) {
      box = document.createElement("aside");
      box.id = "rmplay-mistakes";
      box.setAttribute("role", "alert");
      box.appendChild(document.createElement("h2"));
      box.appendChild(document.createElement("pre"));
      document.body.insertBefore(box, document.body.firstChild);
    }
    box.firstChild.textContent = "To be mended. Below is the last good version.";
    box.lastChild.textContent = text;
  }
  function again() {
    try { sessionStorage.setItem(place, String(window.scrollY)); } catch (e) { /* then the browser keeps it */ }
    location.reload();
  }
  function dress(number) {
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (link) {
      var fresh = link.cloneNode();
      fresh.href = link.href.split("?")[0] + "?" + number;
      fresh.addEventListener("load", function () { link.remove(); });
      link.parentNode.insertBefore(fresh, link.nextSibling);
    });
  }
  news.onmessage = function (event) {
    var now = JSON.parse(event.data), touched = now.changed;
    show(now.mistakes);
    if (!touched || touched.indexOf(here()) >= 0 ||
        touched.some(function (path) { return /\\.(js|svg|png|woff2)$/.test(path); })) { again(); }
    else if (touched.some(function (path) { return /\\.css$/.test(path); })) { dress(event.lastEventId); }
  };
  window.addEventListener("pagehide", function () { news.close(); });
  try {
    var y = sessionStorage.getItem(place);
    if (y !== null) { sessionStorage.removeItem(place); window.scrollTo({top: Number(y), behavior: "instant"}); }
  } catch (e) { /* then the browser keeps it */ }
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
