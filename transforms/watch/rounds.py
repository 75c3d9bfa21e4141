"""Promises kept and made anew: where reports that sound like one promise tell of one event after another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from transforms.watch.fulfilment import Fulfilment, Fulfils
from transforms.watch.promises import Telling, promise_of

_SURE = 0.70  # score from which an event keeps a promise that had no date
_ENDS = frozenset({"postponed", "cancelled"})
Joined = Callable[[str, str], bool]


def rounds(
    tellings: Sequence[Telling], events: Mapping[str, Iterable[Fulfilment]], joined: Joined = lambda a, b: False
) -> list[tuple[Telling, ...]]:
    """Part the reports of one promise where it was kept and then made anew, in order of time.

    A window moved is a slip while nothing happened; once an event has kept the promise, a later window beyond it
    belongs to the next event.

    Args:
        tellings: reports that were taken for one promise.
        events: what may fulfil it, by the telling that it was judged against.
        joined: whether a person said that two tellings are one promise.
    """
    found: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda telling: (telling.day, telling.id)):
        home = next((own for own in found if any(joined(telling.id, other.id) for other in own)), None)
        if home is None and found:
            home = _of_old(found, telling) or (None if _anew(found[-1], telling, events) else found[-1])
        if home is None:
            found.append([telling])
        else:
            home.append(telling)
    return [tuple(own) for own in found]


def _of_old(found: Sequence[list[Telling]], telling: Telling) -> list[Telling] | None:
    """The earlier round whose window a late report still names."""
    if telling.window is None or len(found) < 2:
        return None
    fits = [own for own in found if (window := promise_of(own).window) and window.overlaps(telling.window)]
    return fits[-1] if fits else None


def _anew(own: Sequence[Telling], telling: Telling, events: Mapping[str, Iterable[Fulfilment]]) -> bool:
    """Whether an event kept the promise before this telling, which looks past it."""
    if telling.modality in _ENDS or telling.window is None:
        return False
    return any(
        _kept_by(own, event, telling)
        for other in own
        for event in events.get(other.id, ())
        if event.decision is Fulfils.FULFILS
    )


def _kept_by(own: Sequence[Telling], event: Fulfilment, telling: Telling) -> bool:
    held = _held(event)
    told = [other for other in own if other.day <= held]
    if not told or held >= telling.day or telling.window is None or telling.window.first <= held:
        return False
    window = promise_of(told).window
    if window is None:
        return event.score >= _SURE
    return window.first <= held and telling.window.first > window.last


def _held(event: Fulfilment) -> date:
    span = event.event.span
    return span.last if span else event.event.day
