"""Plain functions as Prefect tasks: same arguments, same result, with a name, retries and a trace in the server."""

from collections.abc import Callable
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE

_P = ParamSpec("_P")
_R = TypeVar("_R")


def as_task(
    function: Callable[_P, _R], name: str, *, retries: int = 0, delays: tuple[float, ...] = ()
) -> Callable[_P, _R]:
    """A function that runs as a task.

    The task is handed one sealed call instead of the arguments: Prefect would otherwise walk through every article in
    them to look for futures, and try to hash connections for its cache.
    """

    @task(
        name=name,
        retries=retries,
        retry_delay_seconds=list(delays) or None,
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    def sealed(call: Callable[[], _R]) -> _R:
        return call()

    @wraps(function)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        return sealed(partial(function, *args, **kwargs))

    return run
