"""Resolves a time expression against the day of publication: a window of days, or the reason why there is none."""

from datetime import date, timedelta

from transforms.time import days
from transforms.time.kinds import KINDS, Context, Found, NoWindow, month_part
from transforms.time.model import Basis, Precision, TimeExpr, Unresolved, Window

_PARTS = {"early": 1, "mid": 2, "late": 3, "end": 3}


def resolve(expr: TimeExpr, published: date | None, future: bool) -> Window | Unresolved:
    """The window of an expression.

    `future` says what the sentence tells: a promise (a weekday or month is the next one) or a report (the last one).
    A vague expression gives a window without days; Unresolved names why one that needs days has none.
    """
    context = Context(dict(expr.shape), published, future)
    kind = str(context.shape["kind"])
    if kind == "vague":
        return Window(None, None, Precision.VAGUE, Basis.RELATIVE)
    try:
        found = KINDS[kind](context)
        if found is None:
            return Window(None, None, Precision.VAGUE, Basis.RELATIVE)
        return _bounded(context, _part(context, found))
    except NoWindow as reason:
        return Unresolved(str(reason))
    except OverflowError:
        return Unresolved("impossible_date")


def tense(expr: TimeExpr) -> int:
    """What the words alone say: 1 future (next, within), -1 past (last, ago, since), 0 neither."""
    shape = dict(expr.shape)
    if shape.get("bound") in ("since", "earlier") or shape.get("mode") in ("past", "ago"):
        return -1
    if shape.get("bound") in ("by", "later") or shape.get("mode") in ("coming", "in", "within"):
        return 1
    for key in ("offset", "rel", "year_rel", "month_rel", "week_rel", "week", "quarter_rel"):
        value = shape.get(key, 0)
        if isinstance(value, int) and value and key in shape:
            return 1 if value > 0 else -1
    return 0


def _part(context: Context, found: Found) -> Found:
    """The early, middle or late part of a stretch (the end of it is its late part)."""
    part = context.shape.get("part")
    bounded_end = part == "end" and context.shape.get("bound") in ("by", "before", "since", "after")
    if part is None or bounded_end:
        return found
    number, (start, end) = _PARTS[str(part)], found.span
    if found.precision is Precision.YEAR:
        span = days.months_span(start.year, number * 4 - 3, number * 4)
        return found._replace(span=span, precision=Precision.YEAR_PART)
    if found.precision is Precision.MONTH:
        return found._replace(span=month_part((start, end), number), precision=Precision.MONTH_PART)
    if found.precision is Precision.WEEK:
        span = _week_part(start, number, context.number("week_start") or 0)
        return found._replace(span=span, precision=Precision.DAYS)
    return found._replace(span=days.thirds(found.span, number), precision=Precision.SPAN)


def _week_part(monday: date, number: int, week_start: int) -> days.Span:
    """Early, middle or late in the working week: two or three of its days."""
    begin = monday - timedelta((7 - week_start) % 7)
    first, last = {1: (0, 1), 2: (1, 3), 3: (3, 4)}[number]
    return begin + timedelta(first), begin + timedelta(last)


def _bounded(context: Context, found: Found) -> Window:
    """Applies "by", "before", "after", "since" and "later this": windows with one end at the day of publication."""
    bound = context.shape.get("bound")
    start, end = found.span
    if bound is None:
        return Window(start, end, found.precision, found.basis)
    if bound == "after":
        return Window(None, None, Precision.VAGUE, found.basis)  # nothing says where it ends
    today = context.today()
    if bound == "since" and context.future and start > today:
        return Window(start, end, found.precision, found.basis)  # "from 5 June on"
    if bound in ("since", "earlier"):
        return Window(min(start, today), today, Precision.SPAN, found.basis)
    if bound == "before" and context.shape.get("part") != "end":
        end = start - timedelta(1)
    return Window(min(today, end), end, Precision.SPAN, found.basis)
