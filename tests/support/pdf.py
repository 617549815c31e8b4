"""Reading PDFs: text, paper and picture of each page with poppler's programs, and what stands on which page by its tags."""

import io
import itertools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NumberObject

from support.machine import program

MM_PER_POINT = 25.4 / 72
SIZE = re.compile(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", re.MULTILINE)


def pdf_pages(pdf: bytes) -> list[str]:
    """The text of each page, its lines as they stand on paper."""
    text = _told(pdf, "pdftotext", "-layout", "-enc", "UTF-8", "-", "-")
    return text.split("\f")[:-1]  # each page ends with one


def pdf_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The width and height of each page in whole millimetres."""
    sizes = SIZE.findall(_told(pdf, "pdfinfo", "-f", "1", "-l", "9999", "-"))
    return [(round(float(width) * MM_PER_POINT), round(float(height) * MM_PER_POINT)) for width, height in sizes]


def pdf_to_png(pdf: bytes, dpi: int = 50) -> list[bytes]:
    """A picture of each page, as PNG."""
    with TemporaryDirectory() as folder:
        _told(pdf, "pdftoppm", "-r", str(dpi), "-png", "-", f"{folder}/page")
        return [picture.read_bytes() for picture in sorted(Path(folder).iterdir())]


class Tagged(NamedTuple):
    """An element of a tagged PDF: its tag, such as `TR`, and the pages on which its content stands, in order."""

    tag: str
    pages: tuple[int, ...]


def cut(pdf: bytes) -> list[str]:
    """The rows of tables that a page end cuts, and the headings that it parts from what they head."""
    elements = list(_elements(pdf))
    rows = [f"a row on the pages {one.pages[0] + 1} to {one.pages[-1] + 1}" for one in elements
            if one.tag == "TR" and len(set(one.pages)) > 1]
    filled = [one for one in elements if one.pages and one.tag != "head"]
    return rows + [f"a heading at the end of page {one.pages[-1] + 1}" for one, following in itertools.pairwise(filled)
                   if re.fullmatch("H[1-6]", one.tag) and following.pages[0] != one.pages[-1]]


def _elements(pdf: bytes) -> Iterator[Tagged]:
    """Rows, heads of tables, which each page repeats, and headings of a tagged PDF as wholes; of all else the smallest
    elements. In the order of reading."""
    reader = PdfReader(io.BytesIO(pdf))
    number = {page.indirect_reference.idnum: count for count, page in enumerate(reader.pages)}

    def pages(node: object, page: int) -> Iterator[int]:
        node = node.get_object()
        if isinstance(node, NumberObject):
            yield page
        elif isinstance(node, DictionaryObject):
            page = number[node.raw_get("/Pg").idnum] if "/Pg" in node else page
            yield from (found for kid in kids(node) for found in pages(kid, page)) if "/S" in node else (page,)

    def kids(node: DictionaryObject) -> list:
        held = node["/K"] if "/K" in node else []
        return held if isinstance(held, list) else [held]

    def walk(node: DictionaryObject) -> Iterator[Tagged]:
        tag = node.get("/S", "/").removeprefix("/")
        below = [kid.get_object() for kid in kids(node)]
        elements = [kid for kid in below if isinstance(kid, DictionaryObject) and "/S" in kid]
        if tag == "TR" and elements and all(kid["/S"] == "/TH" for kid in elements):
            tag = "head"
        if tag in ("TR", "head") or re.fullmatch("H[1-6]", tag) or not elements:
            yield Tagged(tag, tuple(pages(node, -1)))
        else:
            for kid in elements:
                yield from walk(kid)

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"])


def _told(pdf: bytes, name: str, *options: str) -> str:
    return subprocess.run([program(name), *options], input=pdf, check=True, capture_output=True).stdout.decode()
