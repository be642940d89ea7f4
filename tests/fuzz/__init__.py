"""Files, packs and texts that nobody would write, made from good ones with a seed.

``test_fuzz.py`` tries a few of them, ``python -m tests.fuzz`` as many as there is time for, and
``benchmarks/soak.py`` sends thousands through one run of the command line.
"""
