"""Reading PDFs with poppler's programs: the text, the paper and the picture of each page."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

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


def _told(pdf: bytes, name: str, *options: str) -> str:
    return subprocess.run([program(name), *options], input=pdf, check=True, capture_output=True).stdout.decode()
