"""The privacy gate: what in the public text of a plan may tell of a person. It knows no files.

`gate(plan, people)` gives what stops a publication; `public_text(plan)` shows all that becomes public.
"""

from generator.privacy.finding import MUST_BE_MENDED, NEEDS_REGISTER, Finding, Kind
from generator.privacy.gate import findings_beside, findings_of, gate
from generator.privacy.public_text import public_text

__all__ = [
    "MUST_BE_MENDED",
    "NEEDS_REGISTER",
    "Finding",
    "Kind",
    "findings_beside",
    "findings_of",
    "gate",
    "public_text",
]
