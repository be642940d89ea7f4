"""``python -m policyalign`` does what ``policyalign`` does."""

from policyalign.cli.main import run

if __name__ == "__main__":
    run()
