"""What may point to a person in a text: numbers, addresses, names, and words that need judgement.

The gate rests on UU 27/2022 (personal data, specific personal data among it: art. 4; unlawful
disclosure: art. 65), UU 14/2008 art. 17 (what public bodies must not open), UU 11/2012 art. 19
(the identity of a child in a case), UU 12/2022 (victims of sexual violence) and Perkap 16/2010 as
amended (information of the police).
"""

from generator.privacy.allowed import Allowed, allowances
from generator.privacy.kinds import Found, Kind, Level, message
from generator.privacy.likely import may_identify
from generator.privacy.search import FINDERS, IDENTIFIERS, Finders, search
from generator.privacy.side_by_side import likely_among

__all__ = [
    "FINDERS",
    "IDENTIFIERS",
    "Allowed",
    "Finders",
    "Found",
    "Kind",
    "Level",
    "allowances",
    "likely_among",
    "may_identify",
    "message",
    "search",
]
