"""The privacy gate: what in the public text of a plan may tell of a person. It knows no files.

`gate(plan, people)` gives what stops a publication; `public_text(plan)` shows all that becomes public.
"""

from generator.privacy.explained import known_of_all
from generator.privacy.finding import MUST_BE_MENDED, NEEDS_REGISTER, Finding, Kind
from generator.privacy.gate import findings_beside, findings_in, findings_of, gate, is_contact
from generator.privacy.identifiers import contact_key, is_of_a_team
from generator.privacy.public_text import public_text

__all__ = [
    "MUST_BE_MENDED",
    "NEEDS_REGISTER",
    "Finding",
    "Kind",
    "contact_key",
    "findings_beside",
    "findings_in",
    "findings_of",
    "gate",
    "is_contact",
    "is_of_a_team",
    "known_of_all",
    "public_text",
]
