"""The shape of languages/<code>/what.yaml."""

from pydantic import RootModel

from dateline.knowledge.source import Shape


class ActWords(Shape):
    """The words of one act: verbs ("lemma | past participle"), nouns, phrases; weak ones need company.

    `aimed_verbs` tell of the act only with one of `aimed_at` among the six words after them.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    aimed_verbs: tuple[str, ...] = ()
    aimed_at: frozenset[str] = frozenset()
    weak_verbs: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()


class WhatWords(RootModel[dict[str, ActWords]]):
    """The words of every act, by act."""
