"""Bodies that are nobody's joint ones: a parliament's committee, a central bank's, a jury."""

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_entities import Sides, entities_of
from transforms.frames.promise_parties import is_joint_body, joint
from transforms.mentions.model import Analysis, Scene

_OWNED = 4  # tokens between a body and the one state whose it is
_NEAR = 12  # tokens between a body and whose it is


def is_private(analysis: Analysis, scene: Scene, promise: Promise, sides: Sides, told: bool) -> bool:
    """Whether a body that is to meet or be formed belongs to no two sides; `told`: in a report of their meeting."""
    if promise.kind not in ("committee", "formation") or joint(scene):
        return False
    head = promise.head
    if head is None:
        return not told
    if is_joint_body(scene, analysis.lang, promise):
        return False
    if told:
        near = (side for side in scene.parties if 0 <= side.first - head.last <= _OWNED)
        beside = (side.code for side in near if side.basis == "demonym")
        return promise.kind == "committee" and len(set(beside)) == 1
    own = {
        e.code
        for e in entities_of(analysis, scene)
        if not e.place and e.person is None and -_NEAR <= e.first - head.last <= _NEAR
    }
    return len(own & {side.value for side in sides.parties}) < 2
