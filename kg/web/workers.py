"""Threads that own a session each: the embedded engine and its names are for one thread at a time.

They are daemons, so that nothing that still runs keeps the server from ending; children that they
have started end with them.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from kg.session import Session

_Found = TypeVar("_Found")
_Task = tuple[Callable[[Session], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]


class TooBusy(Exception):
    """More waits already than can be answered soon."""


class Worker:
    """Threads that take tasks one after another, each with a session of its own."""

    def __init__(self, make: Callable[[], Session], threads: int, most_waiting: int) -> None:
        self._tasks: queue.Queue[_Task | None] = queue.Queue(most_waiting)
        self._threads = [
            threading.Thread(target=self._work, args=(make,), daemon=True) for _ in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, task: Callable[[Session], _Found]) -> asyncio.Future[_Found]:
        """What the task gives, as soon as a thread has had time for it; TooBusy if none will soon."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[_Found] = loop.create_future()
        try:
            self._tasks.put_nowait((task, future, loop))
        except queue.Full:
            raise TooBusy from None
        return future

    def close(self, seconds: float = 2.0) -> None:
        """Has the threads end, and waits a little for those that can."""
        with suppress(queue.Empty):
            while True:
                self._tasks.get_nowait()
        for _ in self._threads:
            with suppress(queue.Full):
                self._tasks.put_nowait(None)
        for thread in self._threads:
            thread.join(seconds)

    def _work(self, make: Callable[[], Session]) -> None:
        session = make()
        try:
            while (taken := self._tasks.get()) is not None:
                task, future, loop = taken
                if future.cancelled():  # whoever asked has gone
                    continue
                found, failure = None, None
                try:
                    found = task(session)
                except Exception as error:  # it belongs to who asked, not to this thread
                    failure = error
                with suppress(RuntimeError):  # the loop has been closed meanwhile
                    loop.call_soon_threadsafe(_settle, future, found, failure)
        finally:
            session.close()


def _settle(future: asyncio.Future[Any], found: Any, error: Exception | None) -> None:
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(found)
