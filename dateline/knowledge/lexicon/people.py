"""The shape of languages/<code>/people.yaml."""

from dateline.knowledge.source import Shape


class PeopleGroup(Shape):
    """One kind of people: target type, actor type, head nouns (singular), plurals and masses.

    `armed` people attack more often than they are attacked; a `suspect` is neither; `people_of` a nation or
    faith are adjectives as often as people.
    """

    target: str
    actor: str
    armed: bool = False
    suspect: bool = False
    people_of: bool = False
    heads: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    words_alone: tuple[str, ...] = ()


class PeopleWords(Shape):
    """The words for people of a language."""

    groups: tuple[PeopleGroup, ...]
    weak: frozenset[str]
    describers: dict[str, str]
    fixed: dict[str, int]
    collective: frozenset[str]
    titles: dict[str, str]
    pronouns: frozenset[str]
    name_parts: frozenset[str]
    adjectives: frozenset[str]
    things_of_people: frozenset[str]
    not_names: frozenset[str]
    name_of_thing: frozenset[str]
