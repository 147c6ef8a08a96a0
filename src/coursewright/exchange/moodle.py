"""Moodle XML. Source: docs.moodle.org, Moodle XML format; texts are Markdown, as Moodle knows it.

Read by defusedxml: a file with entities of its own, or one that points elsewhere, is refused.
"""

from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from coursewright.exchange.cloze import read_gaps, write_gap
from coursewright.exchange.gaps import HOLE, from_gaps, gaps_of, has_paragraphs
from coursewright.exchange.html import markdown_of
from coursewright.exchange.questions import (
    KEPT_BY_MOODLE,
    Question,
    Reading,
    Words,
    Written,
    from_pairs,
    from_text,
    lost,
    pairs_of,
    text_of,
)

NAME = "Moodle XML"
ENDING = ".xml"
_KEPT = {**KEPT_BY_MOODLE, "order": {"intro", "feedback", "items", "items.text"}}
_TYPES = {
    "one": "multichoice",
    "many": "multichoice",
    "true-false": "truefalse",
    "match": "matching",
    "sort": "matching",
    "order": "ordering",
    "gap": "cloze",
}
_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "selectcount": "0",
    "gradingtype": "ABSOLUTE_POSITION",
    "showgrading": "SHOW",
    "numberingstyle": "none",
}


def write(bank: Question) -> Written:
    """Write a bank; what Moodle cannot say becomes a finding."""
    written = Written("")
    top = Element("quiz")
    category = SubElement(SubElement(top, "question", type="category"), "category")
    SubElement(category, "text").text = f"$course$/top/{bank['title'].replace('/', '//')}"
    for number, question in enumerate(bank["questions"]):
        written.findings += lost(number, question, _kept(question), NAME)
        _add(top, question)
    indent(top)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    written.text = head + tostring(top, encoding="unicode") + "\n"
    return written


def _kept(question: Question) -> set[str]:
    kept = _KEPT[question["choose"]]
    if question["choose"] == "gap" and has_paragraphs(question):
        return kept - {"text"}
    if question["choose"] == "sort":
        rights = [right for _, right in pairs_of(question)]
        return kept - {"categories"} if len(set(rights)) == len(rights) else kept
    return kept


def _add(top: Element, question: Question) -> None:
    element = SubElement(top, "question", type=_TYPES[question["choose"]])
    SubElement(SubElement(element, "name"), "text").text = question["id"]
    text = _with_gaps(question) if question["choose"] == "gap" else text_of(question)
    _say(element, "questiontext", text)
    _say(element, "generalfeedback", question.get("feedback", ""))
    match question["choose"]:
        case "match" | "sort":
            SubElement(element, "shuffleanswers").text = "true"
            for left, right in pairs_of(question):
                SubElement(_say(element, "subquestion", left), "answer").append(_text(right))
        case "order":
            for name, value in _ORDERING.items():
                SubElement(element, name).text = value
            for place, item in enumerate(question["items"], 1):
                _answer(element, item["text"], float(place))
        case "true-false":
            for word, key in (("true", "if_true"), ("false", "if_false")):
                is_right = question["answer"] == (word == "true")
                _answer(element, word, 100.0 * is_right, question.get(key, ""))
        case "one" | "many":
            _options(element, question)


def _with_gaps(question: Question) -> str:
    text, gaps = gaps_of(question)
    said = question.get("gap_feedback", [])
    for number, words in enumerate(gaps):
        text = text.replace(HOLE, write_gap(words, "".join(said[number : number + 1])), 1)
    return text


def _options(element: Element, question: Question) -> None:
    is_one = question["choose"] == "one"
    SubElement(element, "single").text = "true" if is_one else "false"
    SubElement(element, "shuffleanswers").text = "true"
    rights = sum(bool(each.get("correct")) for each in question["options"])
    for each in question["options"]:
        share = 100 / rights if each.get("correct") else (0.0 if is_one else -100.0)
        _answer(element, each["text"], share, each.get("feedback", ""))


def _answer(element: Element, text: str, share: float, feedback: str = "") -> None:
    answer = _say(element, "answer", text)
    answer.set("fraction", f"{share:.5f}".rstrip("0").rstrip("."))
    if feedback:
        _say(answer, "feedback", feedback)


def _say(element: Element, name: str, text: str) -> Element:
    said = SubElement(element, name, format="markdown")
    said.append(_text(text))
    return said


def _text(text: str) -> Element:
    element = Element("text")
    element.text = text
    return element


def read(text: str, file: str, words: Words) -> Reading:
    """Read all questions; what has no counterpart in a bank is told with its name."""
    reading = Reading(file)
    try:
        top = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError) as error:
        line = getattr(error, "position", (1, 0))[0]
        reading.tell("exchange-not-xml", line, text.split("\n")[line - 1][:200])
        return reading
    for element in top.iter("question"):
        if element.get("type") == "category":
            title = (element.findtext("category/text") or "").rpartition("/")[2].strip()
            if reading.title and title != reading.title:
                reading.tell("exchange-category", 1, title=title)
            reading.title = reading.title or title
        else:
            _take(reading, element, words)
    return reading


def _take(reading: Reading, element: Element, words: Words) -> None:
    name = _bare(element.findtext("name/text"))
    question = _question(reading, element, name, words)
    if question is None:
        kind = element.get("type", "")
        reading.tell("exchange-type", 1, id=name, type=kind, format=NAME)
        return
    said = _read(element.find("generalfeedback"))
    if element.find(".//file") is not None:
        reading.tell("exchange-files", 1, id=name)
    reading.add(name, question | ({"feedback": said} if said else {}))


def _question(reading: Reading, element: Element, name: str, words: Words) -> Question | None:
    text = _read(element.find("questiontext"))
    answers = element.findall("answer")
    match element.get("type"):
        case "shortanswer":
            right = [each for each in answers if _share(each) > 0]
            _tell_partial(reading, name, [_share(each) for each in right])
            return from_gaps(f"{text}\n\n{HOLE}", [[_line(e) for e in right]], words["fill-in"])
        case "cloze":
            return _gaps(reading, text, name, words)
        case kind:
            rest = _rest(reading, element, kind, name)
            return from_text(text) | rest if rest else None


def _rest(reading: Reading, element: Element, kind: str | None, name: str) -> Question | None:
    """Give what a question has beside the words that ask."""
    answers = element.findall("answer")
    match kind:
        case "multichoice" if len(answers) > 1:
            return _choices(reading, element, name)
        case "truefalse" if len(answers) > 1:
            return _truth(answers)
        case "matching":
            parts = list(element.iter("subquestion"))
            return from_pairs([(_line(e), _bare(e.findtext("answer/text"))) for e in parts])
        case "ordering" if answers:
            items = [{"text": _line(each)} for each in sorted(answers, key=_share)]
            return {"choose": "order", "items": items}
        case _:
            return None


def _choices(reading: Reading, element: Element, name: str) -> Question:
    answers = element.findall("answer")
    rights = [_share(each) for each in answers if _share(each) > 0]
    is_one = element.findtext("single") != "false" and len(rights) == 1
    _tell_partial(reading, name, rights)
    options = [_option(each) for each in answers]
    return {"choose": "one" if is_one else "many", "options": options}


def _tell_partial(reading: Reading, name: str, shares: list[float]) -> None:
    if len({round(share, 2) for share in shares}) > 1:
        reading.tell("exchange-partial", 1, id=name)


def _option(answer: Element) -> Question:
    said = _line(answer.find("feedback"))
    is_right = {"correct": True} if _share(answer) > 0 else {}
    return {"text": _line(answer)} | is_right | ({"feedback": said} if said else {})


def _truth(answers: list[Element]) -> Question:
    said = {_line(each).casefold(): each for each in answers}
    told = {
        f"if_{word}": _line(said[word].find("feedback"))
        for word in said
        if word in ("true", "false")
    }
    right = next((word for word, each in said.items() if _share(each) > 0), "")
    found = {key: text for key, text in told.items() if text}
    return {"choose": "true-false", "answer": right == "true"} | found


def _gaps(reading: Reading, text: str, name: str, words: Words) -> Question | None:
    found = read_gaps(text)
    if found is None:
        return None
    told, gaps = found
    if any(gap.is_partial for gap in gaps):
        reading.tell("exchange-partial", 1, id=name)
    question = from_gaps(told, [gap.words for gap in gaps], words["fill-in"])
    said = [gap.feedback for gap in gaps]
    return question | ({"gap_feedback": said} if all(said) else {}) if question else None


def _share(answer: Element) -> float:
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0


def _line(element: Element | None) -> str:
    return _bare(_read(element))


def _bare(text: str | None) -> str:
    """Give a text that is never HTML, on one line."""
    return " ".join((text or "").split())


def _read(element: Element | None) -> str:
    """Give a text as Markdown, whatever Moodle has it as."""
    if element is None:
        return ""
    text = element.findtext("text") or ""
    is_html = element.get("format", "html") in ("html", "moodle_auto_format")
    return (markdown_of(text) if is_html else text).strip()
