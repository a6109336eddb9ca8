"""The benchmark runs; what it measures is for people to read, so no number is asserted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADINGS = ["First ask", "Cold ask", "Build", "Queries", "Memory"]


def test_the_quick_benchmark_prints_all_its_tables() -> None:
    without_neo4j = {k: v for k, v in os.environ.items() if not k.startswith("KG_")}
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick"],
        cwd=ROOT,
        env=without_neo4j,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^## (.+?):", done.stdout, re.M) == HEADINGS
    assert done.stdout.count("Target: ") == 3
