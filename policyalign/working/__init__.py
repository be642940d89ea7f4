"""Work that is spread over processes, so that no file can spoil the results of the others.

Why not a pool from a library. What is asked is that a worker may die at any moment, that a file
may take so long and no longer, and that every other result stands. ``concurrent.futures`` knows no
time limit and gives up the whole pool when one worker dies. pebble 5.2 has the time limit, but its
workers share one pair of pipes and locks: with a worker killed every fifth of a second, none of
three runs of 600 tasks came to its end; all broke with "All workers expired" once a worker died
between two tasks, and two hung for good, on a task that died with the worker that had just taken
it. Here each worker has pipes of its own, and nobody else's work is in them.

Why a new interpreter for each worker, on every system, and not ``multiprocessing``. A fork copies
the locks of other threads. ``spawn`` and ``forkserver`` import the user's script again, so that a
plain script without ``if __name__ == "__main__"`` would start itself over and over; and Ctrl-C
reaches their workers, which complain, each in its own traceback. A worker here imports policyalign
and nothing else, and is out of reach of the terminal.
"""
