"""Ties actors to acts and says how it is known: by grammar, claim, accusation, denial (rules 41 to 53)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import small_words
from dateline.read.page import Page
from dateline.read.says import Saying, quotations, sayings, says_of, source_kind
from dateline.read.what import Trigger
from dateline.record import Span

from .doer import doers
from .ladder import Rung, in_office, rungs
from .marked import given, stands
from .mention import ORGANISED, ActorMention
from .responsibility import responsibility
from .subject import group_of

# Acts that have no doer, or whose words name those it was done to.
_NO_DOER = frozenset({"generic", "plot", "mass_grave", "defuse"})
_KNOWN_BY_SIGHT = frozenset(
    {"unidentified_armed", "protesters", "rioters", "civilians", "unknown", "individual"}
)
# What a crowd is, by what it does, and over how many sentences its words are looked for.
_OF_CROWDS = {"protest": "protesters", "riot": "rioters"}
_CROWD_FAR = 2
# What the state's forces do and announce as their work; to say so is no admission.
_DUTIES = frozenset({"arrest", "disperse", "defuse"})
# Those who see or relay what the state's forces do; their word for it is not an accusation.
_ONLOOKERS = ("witness", "news_agency_relay", "state_media", "medical", "rescue")
_BYSTANDERS = frozenset({"civilians", "unknown"})
_PERSONAL = frozenset(
    {"accused_by_authority", "accused_by_other", "suspected", "convicted", "admitted", "acquitted"}
)


@dataclass(frozen=True, slots=True)
class Tie:
    """One actor did one act, by these words; `status` is the rung of the ladder, `accuser` who says so."""

    actor: ActorMention
    trigger: Trigger
    status: str
    accuser: str | None
    cue: Span | None


def ties(page: Page, triggers: Sequence[Trigger], actors: Sequence[ActorMention]) -> tuple[Tie, ...]:
    """Which actor did which act, in text order; persons by name only where words accuse or convict them."""
    told = rungs(page, [a for a in actors if a.kind not in _BYSTANDERS or a.suspect])
    said = sayings(page)
    found = []
    for trigger in triggers:
        if trigger.act in _NO_DOER:
            continue
        for actor in doers(page, trigger, actors, _clause_start(page, trigger, said)):
            tie = _graded(page, _as_fact(actor, trigger), told)
            if (not actor.person and stands(page, actor)) or tie.status in _PERSONAL:
                found.append(tie)
        found += _own(page, trigger, actors, said)
    found += _by_word(page, triggers, told, found)
    found += _claimants(page, triggers, actors, found)
    acts = [trigger for trigger in triggers if trigger.act not in _NO_DOER]
    for trigger, actor in given(page, acts, actors, [tie.actor for tie in found]):
        tie = _graded(page, _as_fact(actor, trigger), told)
        if not actor.person or tie.status in _PERSONAL:
            found.append(tie)
    found += _crowd(triggers, actors, found)
    found += [_as_fact(actor, trigger) for trigger in triggers for actor in actors if _names(trigger, actor)]
    found = _by_speaker(page, found, said)
    return tuple(dict.fromkeys(sorted(found, key=lambda tie: (tie.trigger.span, tie.actor.span))))


def _crowd(triggers: Sequence[Trigger], actors: Sequence[ActorMention], tied: Sequence[Tie]) -> list[Tie]:
    """A crowd that no verb was read with: the protesters told nearest to the first words of a protest."""
    first = next((t for t in triggers if t.act in _OF_CROWDS and not t.weak), None)
    if first is None or any(tie.actor.kind in _OF_CROWDS.values() for tie in tied):
        return []
    near = [a for a in actors if a.kind == "protesters" and abs(a.sentence - first.sentence) <= _CROWD_FAR]
    actor = min(near, key=lambda a: (abs(a.sentence - first.sentence), a.span), default=None)
    if actor is None:
        return []
    return [_as_fact(replace(actor, kind=_OF_CROWDS[first.act]), first)]


def _names(trigger: Trigger, actor: ActorMention) -> bool:
    """ "A suicide bomber": the words for the act are the words for who did it."""
    return trigger.act == "suicide" and actor.kind == "individual" and trigger.span.touches(actor.span)


def _as_fact(actor: ActorMention, trigger: Trigger) -> Tie:
    return Tie(actor, trigger, "reported_as_fact", None, None)


def _clause_start(page: Page, trigger: Trigger, said: Sequence[Saying]) -> int:
    """The token from which the act's subject may stand: past the speaker of what is said."""
    first = page.sentences[trigger.sentence].first
    for saying in said:
        governs = saying.content.start <= trigger.span.start < saying.content.end
        if saying.sentence == trigger.sentence and governs and saying.cue.end <= trigger.span.start:
            first = max(first, page.token_range(saying.cue.end, saying.cue.end + 2)[1] - 1)
            first = max(
                first,
                page.token_range(
                    max(saying.cue.end, saying.content.start), page.sentences[trigger.sentence].end
                )[0],
            )
    return first


def _own(page: Page, trigger: Trigger, actors: Sequence[ActorMention], said: Sequence[Saying]) -> list[Tie]:
    """What a speaker says that it did itself: "the army said its drones had struck", "they attacked"."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    group = group_of(page, page.sentences[trigger.sentence].first, trigger.first)
    before = [t.lower for t in page.tokens[max(page.sentences[trigger.sentence].first, group - 4) : group]]
    own = before[-1:] and before[-1] in words.own_subjects
    own = own or any(a in words.own_possessives and b in words.own_means for a, b in pairwise(before))
    if not own or not (trigger.verbal or trigger.form == "phrase"):
        return []
    for saying in said:
        if saying.source is None or not saying.content.holds(trigger.span):
            continue
        for actor in actors:
            able = actor.kind not in _BYSTANDERS and not actor.person
            if able and saying.source.touches(actor.span):
                status = "admitted" if actor.kind.startswith("state") else "claimed"
                if trigger.act in _DUTIES and status == "admitted":
                    status = "reported_as_fact"
                return [Tie(actor, trigger, status, saying.name, saying.cue)]
    return []


def _graded(page: Page, tie: Tie, told: Sequence[Rung]) -> Tie:
    """The tie on the rung that words of its sentence put its actor on."""
    if tie.actor.suspect:
        return replace(tie, status="suspected", cue=tie.actor.span)
    if _own_clause(page, tie.actor, tie.trigger):
        return tie
    for rung in told:
        if rung.actor == tie.actor and rung.status not in ("claimed", "denied"):
            return replace(tie, status=rung.status, accuser=rung.accuser, cue=rung.cue)
    return tie


def _by_word(page: Page, triggers: Sequence[Trigger], told: Sequence[Rung], tied: Sequence[Tie]) -> list[Tie]:
    """Ties that words of claim or accusation make beside the act, or in a sentence after it."""
    found: list[Tie] = []
    for rung in told:
        target = _act_near(page, triggers, rung)
        told_already = [tie for tie in tied if tie.actor == rung.actor]
        if target is None or any(tie.trigger.sentence == target.sentence for tie in told_already):
            continue
        # Rule 45: a denial by someone nobody accused makes no suspect.
        accused = any(_same(tie.actor, rung.actor) for tie in (*tied, *found))
        if rung.status == "denied" and not accused:
            continue
        found.append(Tie(rung.actor, target, rung.status, rung.accuser, rung.cue))
    return found


def _claimants(
    page: Page, triggers: Sequence[Trigger], actors: Sequence[ActorMention], tied: Sequence[Tie]
) -> list[Tie]:
    """Armed organisations that claim an act in words the ladder lacks: "a video claiming it"."""
    found: list[Tie] = []
    for what, span, sentence in responsibility(page):
        here = [a for a in actors if a.sentence == sentence and a.kind in ORGANISED and a.name is not None]
        before = [a for a in here if a.span.end <= span.end]
        if what != "claimed" or not here:
            continue
        actor = before[-1] if before else here[0]
        if any(_same(tie.actor, actor) and tie.status == "claimed" for tie in (*tied, *found)):
            continue
        act = _act_near(page, triggers, Rung(actor, "claimed", actor.name, span, sentence))
        if act is not None:
            found.append(Tie(actor, act, "claimed", actor.name, span))
    return found


def _act_near(page: Page, triggers: Sequence[Trigger], rung: Rung) -> Trigger | None:
    """The act told in the rung's sentence, the nearest after its words; else the last told before."""
    here = [t for t in triggers if t.sentence == rung.sentence and t.act not in _NO_DOER]
    here = [t for t in here if not _own_clause(page, rung.actor, t)]
    after = [t for t in here if t.span.start >= rung.cue.start]
    accused = rung.status.startswith(("accused", "suspected")) and rung.cue.end <= rung.actor.span.start
    of = page.text[rung.actor.span.end : rung.actor.span.end + 4] == " of "
    if accused and (of or rung.actor.person) and not after:
        return None  # "accused X of rigging the vote": no act that we know
    before = [t for t in triggers if rung.sentence - 4 <= t.sentence < rung.sentence and not t.weak]
    return after[0] if after else here[-1] if here else before[-1] if before else None


def _own_clause(page: Page, actor: ActorMention, trigger: Trigger) -> bool:
    """Whether the act is told in a clause about the actor itself: "blamed the X, which killed a chief"."""
    small = small_words(page.report.language)
    between = page.tokens[actor.last : trigger.first]
    return bool(between) and between[0].text == "," and any(t.lower in small.relatives for t in between[1:3])


def _same(one: ActorMention, other: ActorMention) -> bool:
    return one.name is not None and one.name == other.name


def _by_speaker(page: Page, tied: Sequence[Tie], said: Sequence[Saying]) -> list[Tie]:
    """What a party or an outsider says of a named actor's act is no fact of the report's (rule 84).

    Its own word makes the act claimed (admitted by a state force); another's word makes it an accusation.
    What the state says of its own forces, and what anyone says of unidentified men, stays reported as fact.
    """
    quoted = quotations(page)
    found = []
    for tie in tied:
        if tie.status != "reported_as_fact" or tie.actor.kind in _KNOWN_BY_SIGHT:
            found.append(tie)
            continue
        says = says_of(page, tie.trigger.span, said, quoted)
        if says.speaker is None:
            found.append(tie)
            continue
        found.append(replace(tie, status=_status_by(page, tie.actor, says.speaker), accuser=says.speaker))
    return found


def _status_by(page: Page, actor: ActorMention, speaker: str) -> str:
    kind = source_kind(page.report.language, speaker)
    official = kind.startswith(("state", "government", "court")) or in_office(page, speaker)
    state = actor.kind.startswith("state")
    words: WhoWords = section(page.report.language, "who", WhoWords)
    own = speaker.lower() in words.own_voices and not state
    if own or _words(actor.name or page.words(actor.span)) & _words(speaker):
        return "reported_as_fact" if state else "claimed"
    if state and (official or kind.startswith(_ONLOOKERS)):
        return "reported_as_fact"
    return "accused_by_authority" if official else "accused_by_other"


def _words(name: str) -> set[str]:
    return {word.strip(".,'’\"").lower() for word in name.split() if len(word) > 3 or word.isupper()}
