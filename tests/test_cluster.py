"""Many machines: a real Dask cluster of several processes, and an S3 server, give the bytes that one machine gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from test_incremental import contents

from encoder.build import encode
from encoder.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import LocalCluster

distributed = pytest.importorskip("distributed")
HOME = Path(__file__).resolve().parents[1]
SEEDS = HOME / "seeds"
COPIES = 140
"""Of each seed: more than eight batches of 50."""
pytestmark = pytest.mark.filterwarnings("default")  # what distributed and moto warn of is theirs


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an edition of the seeds again and again, with one bad document."""
    folder = tmp_path_factory.mktemp("many")
    for path in SEEDS.glob("*.txt"):
        for number in range(COPIES):
            text = path.read_text("utf-8")
            (folder / f"{path.stem}-{number}.txt").write_text(text.replace("Japan", f"Japan {number}"), "utf-8")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    (folder / "persons.xml").write_bytes((SEEDS / "persons.xml").read_bytes())
    (folder / "edition.toml").write_text('[edition]\nid = "many"\n[authorities]\npersons = "persons.xml"\n', "utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what one machine makes of it."""
    out = tmp_path_factory.mktemp("alone")
    report = encode(edition, out)
    assert report.counts["documents"] == 3 * COPIES
    assert [problem.code for problem in report.problems if problem.severity == "error"] == ["file-binary"]
    return out


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Return a cluster of three worker processes."""
    options = {"n_workers": 3, "threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
    with distributed.LocalCluster(**options, silence_logs=50) as cluster:
        yield cluster


def test_a_cluster_makes_the_bytes_of_one_machine(
    edition: Path, alone: Path, cluster: LocalCluster, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(
        main, ["encode", str(edition), "-o", f"file://{out}", "--scheduler", cluster.scheduler_address]
    )
    assert result.exit_code == 1, result.output  # the bad document
    assert contents(out) == contents(alone)


def test_a_batch_whose_worker_is_killed_is_done_again(
    edition: Path, alone: Path, cluster: LocalCluster, tmp_path: Path
) -> None:
    from encoder.cluster import Cluster

    killed: list[int] = []

    def kill_one(stage: str, done: int, total: int) -> None:
        """Kill a worker, which has batches before it, when the first batch is back."""
        del stage, total
        if done == 40:
            worker = next(iter(cluster.workers.values()))
            killed.append(worker.pid)
            os.kill(worker.pid, 9)

    with Cluster(cluster.scheduler_address) as machines:
        report = encode(edition, tmp_path, kill_one, run=machines)
    assert len(killed) == 1
    assert report.counts["documents"] == 3 * COPIES
    assert contents(tmp_path) == contents(alone)


def test_workers_with_several_threads_are_refused(edition: Path, tmp_path: Path) -> None:
    from encoder.cluster import Cluster, ClusterError

    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=":0", silence_logs=50) as threads,
        Cluster(threads.scheduler_address) as machines,
        pytest.raises(ClusterError, match="--nthreads 1"),
    ):
        encode(edition, tmp_path, run=machines)


def test_a_scheduler_that_is_not_there_is_said(edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("encoder.cluster._PATIENCE", "1s")
    result = CliRunner().invoke(main, ["encode", str(edition), "-o", str(tmp_path), "--scheduler", "tcp://127.0.0.1:9"])
    assert result.exit_code == 2
    assert "There is no Dask scheduler" in result.output
