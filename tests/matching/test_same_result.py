"""Nothing of the result depends on the order in which Python happens to keep sets."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import policyalign
text = (
    "what is good for children and the plan and why we are worried for the family of or what has "
    "to be changed so that danger statements and must haves and safety goals stand side by side"
)
result = policyalign.check_text(text, heading="Signs of Safety")
print([(m.concept, m.start, m.end, m.status, m.how) for m in result.mentions])
"""


def test_hash_seeds_leave_no_trace_in_the_mentions() -> None:
    outputs = set()
    for seed in ("1", "2", "3"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert "danger-statement" in outputs.pop()
