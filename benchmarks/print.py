"""Print: engross beside WeasyPrint and Apache FOP, on the same text, in one run.

    python -m benchmarks.print FOLDER-OF-TEI [DOCUMENTS]

One book of them all is made by each. What engross makes has contents, lists, an index, tags and the TEI attached, and
is read back and proven; the others only set headings, paragraphs and notes. Time is that of the processor (user and
system), so that a busy machine does not count. WeasyPrint is looked for in the environment `.venv-peers` or
the one that ENGROSS_PEERS names, FOP (Debian: fop) on the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from benchmarks.measure import Cost, cost
from encoder.publish.saxon import stylesheet

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
PEER = Path(os.environ.get("ENGROSS_PEERS", HERE.parent / ".venv-peers")) / "bin" / "python"
OURS = """
import sys
from pathlib import Path
from encoder.publish.pdf import write_book
problems = write_book([Path(tei) for tei in sys.argv[2:]], Path(sys.argv[1]), {"title": "Benchmark"})
sys.exit(any(problem.severity == "error" for problem in problems))
"""
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
HTML = """<!DOCTYPE html><html lang="en"><head><title>Benchmark</title><style>
@page {{ size: 6in 9in; margin: 23mm 24mm }} body {{ font: 10pt serif; text-align: justify; hyphens: auto }}
h1 {{ font-size: 12pt; break-after: avoid }} .note {{ float: footnote; font-size: 8.6pt }}
</style></head><body>{}</body></html>"""
FO = """<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"><fo:layout-master-set><fo:simple-page-master
master-name="page" page-width="6in" page-height="9in" margin="23mm 24mm"><fo:region-body/></fo:simple-page-master>
</fo:layout-master-set><fo:page-sequence master-reference="page" xml:lang="en" hyphenate="true">
<fo:flow flow-name="xsl-region-body" font-size="10pt">{}</fo:flow></fo:page-sequence></fo:root>"""


def written(teis: Sequence[Path], form: str, frame: str, path: Path) -> Path:
    """Write the text of TEI documents in another typesetter's form; return where."""
    plain = stylesheet(HERE / "print.xsl")
    texts = (plain.transform(tei.read_text(encoding="utf-8"), {"form": form}) for tei in teis)
    path.write_text(frame.format("".join(texts)), encoding="utf-8")
    return path


def measured(name: str, command: Sequence[object] | None, out: Path) -> str:
    """Run a command that makes a PDF; return a row: processor time, memory at most, pages."""
    if command is None:
        return f"{name:12} not installed"
    found = cost([str(part) for part in command])
    if not isinstance(found, Cost) or not out.exists():
        return f"{name:12} failed: {found}"
    with pikepdf.open(out) as pdf:
        pages = len(pdf.pages)
    return f"{name:12} {found.processor:8.1f} s {found.memory:7.0f} MB {pages:6} pages"


def has_weasyprint() -> bool:
    """Say whether the other environment is there and has it."""
    asked = [str(PEER), "-c", "import weasyprint"]
    return PEER.exists() and not subprocess.run(asked, capture_output=True, check=False).returncode


def main(folder: Path, documents: int) -> None:
    """Print the table."""
    teis = sorted(folder.glob("*.xml"))[:documents]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        outs = {program: work / f"{program}.pdf" for program in ("engross", "WeasyPrint", "FOP")}
        html = written(teis, "html", HTML, work / "book.html")
        fo = written(teis, "fo", FO, work / "book.fo")
        peer, fop = has_weasyprint(), shutil.which("fop")
        print(f"{len(teis)} documents as one book, time of the processor")
        for row in (
            ("engross", [sys.executable, "-c", OURS, outs["engross"], *teis]),
            ("FOP", [fop, "-fo", fo, "-pdf", outs["FOP"]] if fop else None),
            ("WeasyPrint", [PEER, "-c", WEASYPRINT, html, outs["WeasyPrint"]] if peer else None),
        ):
            print(measured(*row, outs[row[0]]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 400)
