"""The shape of languages/<code>/toll.yaml."""

from dateline.knowledge.source import Shape


class EffectWords(Shape):
    """The words that tell one effect, by how the people (or things) stand to them."""

    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    pasts: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class TollWords(Shape):
    """What becomes of people and things, and the small words that change a casualty's meaning."""

    effects: dict[str, EffectWords]
    things: dict[str, EffectWords]
    anyone: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    speech: frozenset[str]
    reflexives: frozenset[str]
    plain_verbs: frozenset[str]
    parts: tuple[str, ...]
    more: frozenset[str]
    grave: frozenset[str]
    hedges: frozenset[str]
    feared: frozenset[str]
    hypothetical: frozenset[str]
    naming: frozenset[str]
    happened: frozenset[str]
    running: tuple[str, ...]
    running_openers: tuple[str, ...]
    long_times: frozenset[str]
    later: tuple[str, ...]
    silent: tuple[str, ...]
    figures: tuple[str, ...]
    negators: frozenset[str]
    toll_links: frozenset[str]
    toll_openers: frozenset[str]
    lives_verbs: frozenset[str]
    pronouns_one: frozenset[str]
    pronouns_many: frozenset[str]
    object_pronouns: frozenset[str]
    attackers: frozenset[str]
