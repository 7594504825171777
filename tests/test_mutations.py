"""20,000 damaged transcriptions: no crash, no hang, no text lost, and valid TEI or a document that is reported."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mutated import mutated

from encoder.check.fidelity import decode
from encoder.conventions import convention
from encoder.edition import load_edition
from encoder.encoding import Encoder
from encoder.tei import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from encoder.encoding import Encoded

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"
DOCUMENTS = 20_000
ROUNDS = 20
VOLUMES = ("frus1917-72PubDip", "frus1948v01p2", "frus1964-68v29p2")
"""Three of the gold's volumes, of three epochs."""
SECONDS = 5.0
"""Processor time that a document of up to 20 KB may take; longer ones have so much for each 20 KB."""
NEVER = {"text-lost", "schema", "xml-syntax", "program-fault"}
"""Codes that say that the encoder itself went wrong."""


class Hang(Exception):  # noqa: N818 (what the test is about)
    """A document took too much processor time."""


@contextmanager
def bounded(length: int) -> Iterator[None]:
    """Raise Hang where the block takes more processor time than a document of `length` bytes may."""

    def stop(_signal: int, _frame: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * (1 + length // 20_000))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Encoder, list[str]]]:
    """Return the texts of each edition that there is, with an encoder for it: the seeds, and volumes of the gold."""
    folder = tmp_path_factory.mktemp("flat")
    if SHARED.is_dir():
        volumes = [str(SHARED / "gold" / "volumes" / f"{volume}.xml") for volume in VOLUMES]
        flatten = [sys.executable, str(SHARED / "gold" / "flatten.py"), *volumes, "--out", str(folder), "--datelines"]
        subprocess.run(flatten, check=True, capture_output=True)
    return [
        (Encoder(load_edition(home)[0]), [path.read_text("utf-8") for path in sorted(home.glob("*.txt"))])
        for home in (HOME / "seeds", *(path for path in sorted(folder.iterdir()) if path.is_dir()))
    ]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_damaged_transcription_is_encoded_or_reported(number: int, real: list[tuple[Encoder, list[str]]]) -> None:
    chance = random.Random(number)
    for turn in range(DOCUMENTS // ROUNDS):
        encoder, texts = chance.choice(real)
        text = mutated(texts, chance)
        content = text.encode()
        with bounded(len(content)):
            encoded = encoder.encode(content, "d1.txt", "d1")
        assert faults(encoded, text) == [], f"round {number}, document {turn}: {text!r}"


@pytest.mark.parametrize(
    "text",
    [
        "1. Letter\n\nOne.\n\n[Page 8²]\n\nTwo.\n\n[Page ٣]\n\nThree.\n",
        "1. Letter\n\nTwo control characters: \x80\x81.\n",
        "1. Letter\n\nTokyo, March 5, 1964.\n\nHe left on January 28, 1925. On February 29 he came.\n",
    ],
    ids=["digits-of-pages", "control-characters", "leap-day"],
)
def test_what_damaged_transcriptions_have_shown_stays_mended(text: str, real: list[tuple[Encoder, list[str]]]) -> None:
    encoder, _ = real[0]
    assert faults(encoder.encode(text.encode(), "d1.txt", "d1"), text) == []


def faults(encoded: Encoded, text: str) -> list[str]:
    """Return what must not be: faults of the encoder, lost text, a document that is neither published nor reported."""
    found = [str(problem) for problem in encoded.problems if problem.code in NEVER]
    if not encoded.tei:
        reported = any(problem.severity == "error" for problem in encoded.problems)
        return found if reported else [*found, "neither published nor reported"]
    back = decode(read(encoded.tei.encode()), convention("frus"))
    if "".join(back.split()) != "".join(text.split()):
        found.append("the TEI does not give the text back")
    return found
