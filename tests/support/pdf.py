"""Reading PDFs: the text, the paper and the picture of each page."""

import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader

from support.machine import program

MM_PER_POINT = 25.4 / 72


def pdf_pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def pdf_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The width and height of each page in whole millimetres."""
    boxes = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    return [(round(box.width * MM_PER_POINT), round(box.height * MM_PER_POINT)) for box in boxes]


def pdf_to_png(pdf: bytes, dpi: int = 50) -> list[bytes]:
    """A picture of each page, as PNG."""
    with TemporaryDirectory() as folder:
        command = [program("pdftoppm"), "-r", str(dpi), "-png", "-", f"{folder}/page"]
        subprocess.run(command, input=pdf, check=True, capture_output=True)
        return [picture.read_bytes() for picture in sorted(Path(folder).iterdir())]
