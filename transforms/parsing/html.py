"""HTML to plain text: blocks become lines, menus and scripts go, the words stay as published."""

import re
import warnings

import soupsieve
from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, ParserRejectedMarkup, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PageElement

warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)

_DROP = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "form", "button", "select",
    "nav", "header", "footer", "aside", "figure", "figcaption", "audio", "video", "head",
)  # fmt: skip
_BLOCKS = frozenset(
    "address article blockquote br center dd div dl dt fieldset h1 h2 h3 h4 h5 h6 hr li main ol p pre section table"
    " tbody td tfoot th thead tr ul".split()
)
_DEEPEST = 150  # levels of tags; pages of the press have some thirty
_SPACES = re.compile(r"[^\S\n]+")
_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z!/][^>]*>|&[a-zA-Z]{2,8};|&#\d+;")
# Lines of a page that belong to its furniture, not to its article.
_FURNITURE = re.compile(
    r"^\s*(?:اقرأ|اقرا|إقرأ|شاهد|طالع|تابع|انظر)\s+(?:أيضا|أيضاً|ايضا|ايضاً|المزيد|كذلك)\b.*$"
    r"|^\s*(?:مواضيع|أخبار|موضوعات|مقالات)\s+(?:ذات صلة|متعلقة|مشابهة)\b.*$"
    r"|^\s*(?:read (?:also|more)|see also|related (?:news|articles|stories)|also read|more on this)\b\s*[:\-–].*$"
    r"|^\s*(?:read (?:also|more)|see also|related (?:news|articles|stories))\s*$",
    re.IGNORECASE,
)


def looks_like_html(text: str) -> bool:
    """Whether a text carries tags or entities."""
    return bool(_LOOKS_LIKE_HTML.search(text))


def soup(markup: str) -> BeautifulSoup:
    """A parsed page or fragment; whatever the markup, there is a tree, and it is never deeper than any page needs."""
    try:
        tree = BeautifulSoup(markup, "lxml")
    except (UnicodeEncodeError, ParserRejectedMarkup):  # half a character, as JSON can spell it
        tree = BeautifulSoup(markup.encode("utf-8", "replace").decode("utf-8"), "html.parser")
    _level(tree)
    return tree


def _level(tree: BeautifulSoup) -> None:
    """Turn what lies too deep into plain text.

    Tags that are never closed nest, and what looks into each of them would take the square of the size of such a page.
    """
    depth = {id(tree): 0}
    deep: list[Tag] = []
    for element in tree.descendants:
        if isinstance(element, Tag):
            level = depth[id(element)] = depth[id(element.parent)] + 1
            if level == _DEEPEST:
                deep.append(element)
    for element in deep:
        element.string = "\n".join(element.stripped_strings)


def selector_fault(selector: object) -> str | None:
    """What is wrong with a CSS selector, in a line; null: nothing, or it is left empty."""
    if not isinstance(selector, str):
        return f"{selector!r}"
    try:
        if selector:
            soupsieve.compile(selector)
    except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:  # the latter: a pseudo-class it does not know
        return str(error).partition("\n")[0].rstrip(".:")
    return None


def text_of(markup: str) -> str:
    """The text of an HTML fragment or page, one line a block, without its furniture."""
    if not looks_like_html(markup):
        return tidy(markup)
    return text_of_tree(soup(markup))


def text_of_tree(tree: Tag) -> str:
    """The text below a tag; the tag is left without its furniture."""
    for tag in tree.find_all(_DROP):
        tag.decompose()
    return tidy(strip_furniture("".join(_pieces(tree))))


def _pieces(tree: Tag) -> list[str]:
    """The strings of a tree in order, with line breaks at its blocks; a stack, since pages nest without limit."""
    out: list[str] = []
    stack: list[PageElement | str] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name in _BLOCKS:
                out.append("\n")
                stack.append("\n")
            if node.name == "li":
                out.append("• ")
            stack.extend(reversed(node.contents))
        elif type(node) is NavigableString:  # not comments, doctypes or CDATA markers
            out.append(_SPACES.sub(" ", str(node).replace("\n", " ")))
        elif type(node) is str:
            out.append(node)
    return out


def strip_furniture(text: str) -> str:
    """Without the lines that invite to other articles."""
    return "\n".join(line for line in text.split("\n") if not _FURNITURE.match(line))


def tidy(text: str) -> str:
    """Single spaces, no empty lines, no space at the ends of lines."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line and line != "•")
