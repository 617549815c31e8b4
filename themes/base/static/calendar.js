/* A calendar file for a first session that the reader chooses: nothing is sent. Times are written
   in UTC, from local dates, so a meeting at 10:00 stays at 10:00 when the clocks change. (RFC 5545) */
(function () {
  "use strict";
  const form = document.querySelector("[data-calendar]");
  if (!form) { return; }
  const encoder = new TextEncoder(), said = form.querySelector("[role=status]");

  function escaped(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }
  /* No line is longer than 75 bytes, and none ends inside a letter. */
  function folded(line) {
    let out = "", length = 0;
    for (const letter of line) {
      const bytes = encoder.encode(letter).length;
      if (length + bytes > 75) { out += "\r\n "; length = 1; }
      out += letter;
      length += bytes;
    }
    return out;
  }
  function utc(date) { return date.toISOString().replace(/[-:]|\.\d+/g, ""); }
  /* The same pair gets the same ids again, so that a second import can replace the first. */
  function slug(text) {
    const letters = text.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return letters || Array.from(encoder.encode(text), function (byte) { return byte.toString(16); }).join("");
  }
  function address(link) {
    if (/^http/.test(location.protocol)) { return link.href; }
    return form.dataset.host ? new URL(link.getAttribute("href"), form.dataset.host).href : "";
  }

  function events(date, time, other) {
    const day = date.split("-").map(Number), clock = time.split(":").map(Number), now = new Date();
    return Array.from(form.querySelectorAll("li"), function (item) {
      const from = new Date(day[0], day[1] - 1, day[2] + 7 * item.dataset.week, clock[0], clock[1]);
      const to = new Date(from.getTime() + item.dataset.minutes * 60000), link = item.querySelector("a"), url = address(link);
      const title = link.textContent + (other ? " (" + other + ")" : "");
      return ["BEGIN:VEVENT", "UID:" + item.dataset.uid + (other ? "-" + slug(other) : ""), "DTSTAMP:" + utc(now),
        "SEQUENCE:" + Math.max(0, Math.floor(now / 60000) - 29000000), "DTSTART:" + utc(from), "DTEND:" + utc(to), "SUMMARY:" + escaped(title),
        "DESCRIPTION:" + escaped([item.dataset.note, url].filter(Boolean).join("\n"))].concat(url ? "URL:" + url : [],
        ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(title), "TRIGGER:-P1D", "END:VALARM", "END:VEVENT"]);
    }).flat();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const name = form.dataset.calendar, value = function (field) { return form.elements["calendar-" + field].value.trim(); };
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rmplay//playbook//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
      .concat(events(value("day"), value("time"), value("with")), "END:VCALENDAR", "");
    const made = URL.createObjectURL(new Blob([lines.map(folded).join("\r\n")], { type: "text/calendar" }));
    Object.assign(document.createElement("a"), { href: made, download: name + ".ics" }).click();
    setTimeout(function () { URL.revokeObjectURL(made); }, 1000);
    said.textContent = said.dataset.done;
  });
})();
