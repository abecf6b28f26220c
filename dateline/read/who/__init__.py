"""Who did it: actors found, tied to acts, and how it is known."""

from .actors import actors
from .agents import Tie, ties
from .mention import ActorMention
from .nation import nation
from .responsibility import responsibility

__all__ = ["ActorMention", "Tie", "actors", "nation", "responsibility", "ties"]
