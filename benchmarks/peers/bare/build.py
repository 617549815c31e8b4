"""The same pages by rmplay's own packages and nothing else: what no tool that is built on them can be much faster than.

PyYAML's C loader, Jinja with compiled templates that it finds, and files. No places of anything, no model, no rules, no check
of links, no search, no translations, nothing remembered, and nothing safe about how the files are written.
Run in a folder with `data`, `templates` and `assets`.
"""

import functools
import os
import shutil
from pathlib import Path

import jinja2
import yaml
from markupsafe import Markup, escape

_BEFORE = (("mentor-guide", "Mentor guide"), ("mentee-guide", "Mentee guide"), ("timetable", "Timetable"),
           ("agreement", "Partnership agreement"), ("etiquette-card", "Etiquette card"))
_AFTER = (("question-bank", "Question bank"), ("closing-sheet", "Closing sheet"), ("support-sheet", "Who helps"))
_ENOUGH = 5  # programs that a second process is worth


@functools.cache
def _inline(text):
    return escape(text or "")


def _heading(name, text):
    return Markup(f'<h2 id="{name}">{text}</h2>')


def _link(key):
    return ("index" if key == "program" else key.replace("/", "-")) + ".html"


def _environment():
    known = Path("cache")
    known.mkdir(exist_ok=True)
    made = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), autoescape=True, undefined=jinja2.ChainableUndefined,
                              bytecode_cache=jinja2.FileSystemBytecodeCache(str(known)), auto_reload=False)
    made.filters.update(md=lambda text: Markup(f"<p>{_inline(text)}</p>"), mdi=_inline)
    made.globals.update(heading=_heading, link=_link)
    return made


def _program(environment, name):
    """Write the pages of a program, and return what the home page says of it."""
    with open(f"data/{name}.yaml", "rb") as file:
        program = yaml.load(file.read(), yaml.CSafeLoader)
    frame, bodies = environment.get_template("frame.html"), {}

    def write(page, title, document, main):
        text = frame.render(title=title, name=program["title"], document=document, root="../", main=Markup(main))
        descriptor = os.open(f"site/{name}/{page}.html", os.O_WRONLY | os.O_CREAT, 0o644)
        os.write(descriptor, text.encode())
        os.close(descriptor)

    def body(document, page, title, subject=None):
        made = environment.get_template(f"documents/{document}.html").render(
            program=program, roles=program["roles"], subject=subject)
        write(page, title, document, made)
        bodies[page] = (title, f'<article class="leaf {document}" id="part-{page}">{made}</article>')

    os.mkdir(f"site/{name}")
    for document, title in _BEFORE:
        body(document, document, title)
    for number, session in enumerate(program["sessions"], 1):
        body("agenda", f"agenda-{session['id']}", session["title"], {"session": session, "number": number})
    for document, title in _AFTER:
        body(document, document, title)
    for who, other in (("mentor", "mentee"), ("mentee", "mentor")):
        bound = {page: part for page, part in bodies.items() if page != f"{other}-guide"}
        contents = "".join(f'<li><a href="#part-{page}">{escape(title)}</a></li>' for page, (title, _) in bound.items())
        write(f"{who}-booklet", f"{who} booklet", "booklet",
              f"<h1>{escape(program['title'])}</h1><ol>{contents}</ol>" + "".join(part for _, part in bound.values()))
    body("program", "index", program["title"])
    return f'<li><a href="{name}/index.html">{escape(program["title"])}</a>: {_inline(program["summary"])}</li>'


def _rows(names):
    environment = _environment()
    return [_program(environment, name) for name in names]


def main():
    """Build `site`, in two processes where it pays."""
    shutil.rmtree("site", ignore_errors=True)
    shutil.copytree("assets", "site/assets")
    names = sorted(path.stem for path in Path("data").glob("*.yaml"))
    if len(names) < _ENOUGH:
        rows = _rows(names)
    else:
        from concurrent.futures import ProcessPoolExecutor
        half = len(names) // 2
        with ProcessPoolExecutor(1) as executor:
            rest = executor.submit(_rows, names[half:])
            rows = [*_rows(names[:half]), *rest.result()]
    home = _environment().get_template("frame.html").render(
        title="Playbooks", name="", document="home", root="", main=Markup(f"<h1>Playbooks</h1><ul>{''.join(rows)}</ul>"))
    Path("site/index.html").write_text(home, encoding="utf-8")


if __name__ == "__main__":
    main()
