"""Who says so: sayings found, and the speaker and firmness of any stretch of words."""

from .find import sayings
from .of import says_of, source_kind
from .quotes import quotations
from .saying import Saying

__all__ = ["Saying", "quotations", "sayings", "says_of", "source_kind"]
