"""An explanation as one self-contained HTML page: no script, no address, nothing of the article taken for markup."""

from collections.abc import Sequence
from html import escape

from transforms.explain import Explanation, Segment

_STYLE = """
body{font:16px/1.7 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
article{border:1px solid #d0d7de;border-radius:8px;padding:1rem 1.4rem;margin:0 0 2rem;white-space:pre-wrap}
h1{font-size:1.3rem;margin:.2rem 0 1rem}h2{font-size:1rem;margin:1.6rem 0 .4rem}.about{color:#57606a;font-size:.85rem}
mark{border-radius:3px;padding:0 .1em;background:#e7ebef;color:inherit}
mark.meetings{background:#cfe8ff}mark.agreements{background:#d3f3d8}mark.follow_ups{background:#ffe5b8}
mark.claims{background:#eadcff}mark.prior_events{background:#e7ebef}mark.signals{background:#ffd7d5}
table{border-collapse:collapse;width:100%;font-size:.85rem}
td,th{border-bottom:1px solid #e3e7eb;padding:.25rem .5rem;text-align:start;vertical-align:top}
code{font-family:ui-monospace,monospace;direction:ltr;unicode-bidi:isolate}
@media (prefers-color-scheme:dark){body{background:#14181d;color:#e6e9ec}article{border-color:#3a424b}
.about{color:#9aa4ae}td,th{border-color:#2c333a}mark{background:#39424c}mark.meetings{background:#1d4568}
mark.agreements{background:#1f5130}mark.follow_ups{background:#67480e}mark.claims{background:#45306b}
mark.signals{background:#6b2a27}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(explanations: Sequence[Explanation]) -> str:
    """The page of one or more explained documents. Lone surrogates become question marks, so that it can be stored."""
    parts = [_document(explanation) for explanation in explanations]
    whole = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>How it was read</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n" + "".join(parts) + "</body>\n"
        "</html>\n"
    )
    return whole.encode("utf-8", "replace").decode("utf-8")


def _document(explanation: Explanation) -> str:
    document = explanation.document
    direction = "rtl" if explanation.right_to_left else "ltr"
    about = " · ".join(escape(word) for word in (document.id, document.published or "undated", explanation.lang))
    return (
        f'<section>\n<p class="about">{about}</p>\n'
        f'<article lang="{escape(explanation.lang)}" dir="{direction}">'
        f"<h1>{_run(explanation.title)}</h1>{_run(explanation.text)}</article>\n"
        f"{_values(explanation)}{_gaps(explanation)}</section>\n"
    )


def _run(segments: Sequence[Segment]) -> str:
    return "".join(_segment(segment) for segment in segments)


def _segment(segment: Segment) -> str:
    """A piece of text, marked in the colour of its narrowest value, with all its values in the tooltip."""
    if not segment.marks:
        return escape(segment.text)
    told = "\n".join(f"{mark.path} = {mark.value} ({mark.rule})" for mark in segment.marks)
    kind = segment.marks[0].path.split("/")[1]
    return f'<mark class="{escape(kind)}" title="{escape(told)}">{escape(segment.text)}</mark>'


def _values(explanation: Explanation) -> str:
    rows = [
        f"<tr><td><code>{escape(v.mark.path)}</code></td><td><bdi>{escape(v.mark.value)}</bdi></td>"
        f"<td><bdi>{escape(v.words)}</bdi></td><td><code>{escape(v.mark.rule)}</code></td></tr>\n"
        for v in explanation.values
    ]
    return _table("What was read, from which words, by which rule", ("value of", "value", "words", "rule"), rows)


def _gaps(explanation: Explanation) -> str:
    rows = [
        f"<tr><td><code>{escape(gap.path)}</code></td><td>{escape(gap.why)}</td></tr>\n" for gap in explanation.gaps
    ]
    return _table("What is null, and why", ("null", "why"), rows)


def _table(title: str, columns: Sequence[str], rows: Sequence[str]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{column}</th>" for column in columns)
    return f"<h2>{title}</h2>\n<table>\n<tr>{head}</tr>\n{''.join(rows)}</table>\n"
