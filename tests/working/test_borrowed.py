"""Executors of ``concurrent.futures`` do the work as well."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from typing import Any

import pytest

from policyalign.errors import InputError
from policyalign.limits import CHUNKS_AHEAD, FILES_A_CHUNK
from policyalign.working.borrowed import lend_out
from tests.working.works import Does


class Lazy(Executor):
    """Does a piece of work when it is told to, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.given.append(future)
        # The last chunks stay undone, so that they can be called off.
        if len(self.given) < CHUNKS_AHEAD:
            future.set_result(fn(*args, **kwargs))
        return future


def test_few_chunks_are_submitted_ahead_and_called_off_in_the_end() -> None:
    executor = Lazy()
    items = [str(number) for number in range(2 * CHUNKS_AHEAD * FILES_A_CHUNK)]
    with closing(lend_out(Does(), items, executor)) as results:
        assert next(results) == "did 0"
        assert len(executor.given) == CHUNKS_AHEAD
    assert executor.given[-1].cancelled()


def test_results_come_in_the_order_of_the_items() -> None:
    items = [str(number) for number in range(FILES_A_CHUNK * 3 + 1)]
    assert list(lend_out(Does(), items, Lazy())) == [f"did {item}" for item in items]


def test_what_work_raises_is_raised_here() -> None:
    class Faulty(Lazy):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(TimeoutError("the disk"))
            return future

    with pytest.raises(TimeoutError, match="the disk"):
        list(lend_out(Does(), ["a"], Faulty()))


def test_an_executor_that_breaks_is_one_sentence() -> None:
    with (
        ProcessPoolExecutor(1, get_context("spawn")) as executor,
        pytest.raises(InputError, match=r"The executor broke: .*Without an executor"),
    ):
        list(lend_out(Does(), ["crash"], executor))
