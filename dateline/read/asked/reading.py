"""A model's marks to a reading: accounts and claims of the same kind as the word lists give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.knowledge.enumerations import spellings
from dateline.read.page import Page
from dateline.read.says import quotations, sayings
from dateline.read.toll import counts, people_among
from dateline.read.when import dates
from dateline.read.where import places, resolved
from dateline.record import Report, SetAside, Step
from dateline.record.account import Account, Reading

from .form import Form, Mark
from .quotes import locate
from .values import Heard, Refused, claims_of


def sheet(report: Report) -> str:
    """The report as a model is shown it: a numbered sentence a line, with its zone unless that is body."""
    page = Page(report)
    head = [f"Published: {report.published}"] if report.published else []
    return "\n".join([*head, *(_line(page, number) for number in range(len(page.sentences)))])


def _line(page: Page, number: int) -> str:
    sentence = page.sentences[number]
    zone = "" if sentence.zone == "body" else f" ({sentence.zone})"
    return f"[{number}]{zone} {' '.join(page.words(sentence.span).split())}"


def reading(report: Report, form: Form, by: str) -> Reading:
    """The reading a filled-in form comes to; refused marks are lines of its walk, `by` stamps its claims.

    An incident none of whose acts can be found in the text is dropped, and the walk says so.
    """
    page = Page(report)
    heard = _heard(page)
    accounts: list[Account] = []
    claims = []
    walk = [Step("asked", f"{by} marked {len(form.incidents)} incidents")]
    for told in form.incidents:
        number = len(accounts) + 1
        account, acts = _account(page, told.marks, f"E{number}")
        if account is None:
            walk.append(Step("refused", "an incident: none of its acts is in the report"))
            continue
        accounts.append(account)
        for mark in (*acts, *(mark for mark in told.marks if mark.role != "act")):
            for one in claims_of(heard, account, mark, by):
                if isinstance(one, Refused):
                    walk.append(Step("refused", f"{account.id} {mark.role} {mark.quote!r}: {one.because}"))
                else:
                    claims.append(one)
                    walk.append(Step(mark.role, f"{account.id}: {mark.code or one.field}",
                                     one.spans[0].start, one.spans[0].end))  # fmt: skip
    aside = tuple(_aside(page, form, walk))
    anchor = heard.anchor
    printed = tuple((mention.span, mention.clue) for mention in heard.dates)
    told_on = anchor.isoformat() if anchor else None
    return Reading(report, tuple(accounts), tuple(claims), told_on, aside, tuple(walk), printed)


def _heard(page: Page) -> Heard:
    numbers = counts(page)
    found = places(page)
    dated = dates(page)
    return Heard(
        page=page,
        anchor=_anchor(page),
        dates=dated,
        places=tuple(zip(found, resolved(page, found), strict=True)),
        numbers=numbers,
        people=people_among(page, numbers),
        sayings=sayings(page),
        quoted=quotations(page),
    )


def _anchor(page: Page) -> date | None:
    published = page.report.published
    return date.fromisoformat(published) if published is not None else None


def _account(page: Page, marks: Sequence[Mark], name: str) -> tuple[Account | None, list[Mark]]:
    """The account that an incident's acts make, in text order, and those acts' marks."""
    found = []
    for mark in marks:
        span = locate(page, mark.quote, mark.sentence) if mark.role == "act" else None
        if span is not None:
            found.append((span, mark))
    found.sort(key=lambda pair: pair[0])
    if not found:
        return None, []
    spans = tuple(dict.fromkeys(span for span, _ in found))
    acts = tuple(mark.code or "generic" for _, mark in found)
    return Account(name, spans[0], spans, acts), [mark for _, mark in found]


def _aside(page: Page, form: Form, walk: list[Step]) -> Iterator[SetAside]:
    reasons = spellings("negative")
    for aside in form.not_incidents:
        span = locate(page, aside.quote, aside.sentence)
        reason = reasons.get(aside.reason)
        if span is None or reason is None:
            what = "not in the report" if span is None else f"no reason called {aside.reason}"
            walk.append(Step("refused", f"set aside {aside.quote!r}: {what}"))
        else:
            yield SetAside(reason, span)
