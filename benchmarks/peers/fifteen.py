"""rmplay with fifteen of its pages for each program, as the peers make them; all else as shipped.

A module that is imported whole before anything runs, so that workers that are started afresh have it as well.
"""

from __future__ import annotations

from rmplay.cli.main import main
from rmplay.site import plan

KEYS = ("mentor-booklet", "mentee-booklet", "program", "mentor-guide", "mentee-guide", "timetable", "agreement",
        "etiquette-card", "agenda", "question-bank", "support-sheet", "closing-sheet")  # four agendas

plan.DOCUMENTS = tuple(document for document in plan.DOCUMENTS if document.key in KEYS)

if __name__ == "__main__":
    main()
