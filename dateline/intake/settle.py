"""A draft and its capture to a report: day, language and origin settled, the text closed for good."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from dateline.record import Report
from dateline.record.text import story_of

from .draft import Dated, Draft
from .language import ENGLISH, code_of, language_of
from .source import Capture, Found, Options, refused
from .stamps import day_in_url, day_in_words, settle

# What each extractor's result depends on beside this package; its number goes up when its output changes.
_BY = {
    "page": ("1", ("trafilatura", "htmldate", "lxml")),
    "fragment": ("1", ("lxml",)),
    "pdf": ("1", ("pypdf",)),
    "mail": ("1", ()),
    "row": ("1", ()),
    "telegram": ("1", ()),
    "text": ("1", ()),
}
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # characters that turn the direction of writing


def report_of(draft: Draft, capture: Capture, kind: str, options: Options) -> Found:
    """What the document became. Text that is empty or too long is a refusal; any language is kept."""
    by = extractor(kind)
    if not draft.text.strip():
        return refused(capture, "is empty; give it the report's text", by)
    if len(draft.text) > options.limits.text:
        limit = options.limits.text // 1_000_000
        return refused(capture, f"{len(draft.text) / 1e6:.1f} million characters is more than one report "
                       f"(limit {limit} million); split it into one file a report", by)  # fmt: skip
    if max(draft.text) >= "\ud800" and re.search("[\ud800-\udfff]", draft.text):
        draft = Draft(**{**vars(draft), "text": re.sub("[\ud800-\udfff]", "\ufffd", draft.text)})
    told = capture.told
    url = draft.url or told.url or capture.url
    published = settle(_dates(draft, capture, options), capture.retrieved)
    language = language_of(story_of(draft.text, draft.zones))  # English menus do not make a story English
    notes = [*draft.notes, *published.notes]
    if language != ENGLISH:
        notes.append(f"is in {language}, which Dateline cannot read yet; kept")
    turned = len(_TURNS.findall(draft.text))
    if turned:
        notes.append(
            f"{turned} characters that turn the direction of writing; words may be shown in another order"
        )
    report = Report(
        draft.text,
        published.day,
        published.basis,
        draft.title or told.title,
        draft.publisher or told.publisher,
        url,
        code_of(language),
        capture.retrieved,
        draft.zones,
    )
    return Found(capture, report, by, tuple(dict.fromkeys(notes)), None, published.stamp, language)


def _dates(draft: Draft, capture: Capture, options: Options) -> list[Dated]:
    """All that tells the day: what was given first, then the document's own in the order of belief."""
    dates = [Dated("given", options.published)] if options.published else []
    if capture.told.published:
        dates.append(Dated(capture.told.basis, capture.told.published))
    dates += draft.dates
    for zone in draft.zones:
        day = day_in_words(draft.text[zone.start : zone.end]) if zone.kind == "dateline" else None
        if day is not None:
            dates.append(Dated("dateline", day))
    for url in dict.fromkeys((draft.url, capture.url, capture.told.url)):
        day = day_in_url(url)
        if day is not None:
            dates.append(Dated("url", day))
    return list(dict.fromkeys(dates))


@cache
def extractor(kind: str) -> str:
    """The name of what takes text out of such documents, with all that its result depends on."""
    number, libraries = _BY.get(kind, ("1", ()))
    try:
        program = f"dateline {version('dateline')}"
    except PackageNotFoundError:
        program = "dateline"
    used = ", ".join(f"{library} {version(library)}" for library in libraries)
    return f"{program} {kind}/{number}" + (f" ({used})" if used else "")
