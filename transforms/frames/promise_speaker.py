"""Whose word a promise is: both sides', one side's, an organisation's, the outlet's, or nobody's."""

from transforms.frames.promise_clauses import Promise, outermost
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.vocabulary import Attribution, Modality


def speaker_of(analysis: Analysis, scene: Scene, promise: Promise) -> tuple[Cited[Attribution], Cited[str] | None]:
    """The attribution of a promise, and the speaker by name or as printed where one is told."""
    says = outermost(scene.of("says"))
    tokens = scene.sentence.tokens
    whole = (tokens[promise.first].start, tokens[promise.last - 1].end)

    def told(kind: Attribution, start: int, end: int, rule: str = "derived.speaker") -> Cited[Attribution]:
        return Cited(kind, start, end, rule)

    unnamed = next((hit for hit in says if hit.entry.value == "unnamed"), None)
    if unnamed:
        return told(Attribution.UNNAMED, unnamed.start, unnamed.end), _words(analysis, unnamed.start, unnamed.end)
    if promise.modality is Modality.INVITED or any(hit.entry.value in ("verb", "statement") for hit in says):
        person = next((p for p in scene.people if p.in_scope and (p.name or p.title_text)), None)
        if person is not None:
            party = person.party or (analysis.cast[person.key].party if 0 <= person.key < len(analysis.cast) else None)
            start, end = tokens[person.first].start, tokens[min(person.last, len(tokens)) - 1].end
            organisation = party is not None and party.value in ORGANISATIONS
            kind = Attribution.ORGANISATION if organisation else Attribution.PARTY
            return told(kind, start, end), person.name or _words(analysis, start, end)
    joint = next((hit for hit in says if hit.entry.value == "joint" and hit.first <= promise.last), None)
    if joint:
        return told(Attribution.JOINT, joint.start, joint.end), None
    statement = next((hit for hit in says if hit.entry.value in ("statement", "verb", "according")), None)
    if statement:
        side = next((p for p in scene.parties if p.basis != "capital"), None)
        organisation = side is not None and side.code in ORGANISATIONS
        kind = Attribution.ORGANISATION if organisation else Attribution.PARTY
        return told(kind, statement.start, statement.end), _words(analysis, statement.start, statement.end)
    return told(Attribution.OUTLET, *whole), None


def _words(analysis: Analysis, start: int, end: int) -> Cited[str]:
    return Cited(analysis.view.published(start, end), start, end, "speaker")
