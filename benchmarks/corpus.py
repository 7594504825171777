"""What is measured: a folder of transcriptions, or the seeds again and again, and the TEI and pages made of it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import engross

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_AUTHORITIES = "persons.xml"


@dataclass(frozen=True)
class Corpus:
    """Transcriptions, their TEI and their web pages, each as a folder."""

    texts: Path
    tei: Path
    pages: Path

    def teis(self) -> list[str]:
        """Return the TEI files."""
        return sorted(map(str, self.tei.rglob("*.xml")))

    def count(self) -> int:
        """Return how many documents there are."""
        return len(self.teis())


def seeds_repeated(folder: Path, times: int) -> Path:
    """Return an edition in `folder` that holds each seed so many times, no two alike."""
    folder.mkdir()
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        for number in range(times):
            (folder / f"{path.stem}-{number}.txt").write_text(text.replace("Japan", f"Japan {number}"), "utf-8")
    shutil.copy(SEEDS / _AUTHORITIES, folder)
    facts = f'[edition]\nid = "benchmark"\n[authorities]\npersons = "{_AUTHORITIES}"\n'
    (folder / "edition.toml").write_text(facts, "utf-8")
    return folder


def corpus(texts: Path, home: Path) -> Corpus:
    """Return a corpus of transcriptions; what is made of them comes into `home`."""
    made = Corpus(texts, home / "tei", home / "web")
    # by processes of their own: a program inherits the peak of memory of the one that starts it
    for command in (("encode", str(texts), "-o", str(made.tei)), ("web", str(made.tei), "-o", str(made.pages))):
        subprocess.run(engross(*command, "-q"), check=False, capture_output=True)
    return made
