"""Links lead somewhere for everybody: to the public web, not into a council's own network or a file beside the page."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from generator import problems
from generator.checks.context import PlanContext, PlanText
from generator.errors import Problem
from generator.plan.field_types import WebAddress, holds, is_safe_address

# What stands in round brackets may be an address and a title.
LINK = re.compile(r"(?<![\\!])\[[^\[\]]*\]\(([^()]*)\)")
# Names that lead nowhere outside one network. Source: RFC 6761, RFC 6762, RFC 8375, and what networks use.
INNER = ("corp", "home", "home.arpa", "internal", "intranet", "invalid", "lan", "local", "localhost", "localdomain")
FILES = ("doc", "docx", "htm", "html", "md", "odt", "pdf", "pptx", "xls", "xlsx")


def problems_of(context: PlanContext) -> Iterator[Problem]:
    """Every link that a reader at home cannot follow."""
    for words in context.typed:
        for address in _addresses(words):
            if why := _fault(address):
                yield context.problem(problems.LINK_NOWHERE, words, value=address, why=why)


def _addresses(words: PlanText) -> Iterator[str]:
    if holds(words.field.hint, WebAddress):
        yield words.text
    elif "](" in words.text and words.is_rich:
        for link in LINK.finditer(words.text):
            address, *_ = link[1].split() or [""]
            yield address.strip("<>")


def _fault(address: str) -> str:
    """Why `address` leads nowhere for the public; "" where it may lead somewhere."""
    if not address:
        return "there is no address"
    if address.casefold().startswith("mailto:"):
        return ""
    if not is_safe_address(address):
        return "it is no full web address, so it is shown as it is typed"
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return "" if ip_address(host).is_global else "it is an address inside a network"
    except ValueError:
        pass
    if "." not in host or host.endswith(tuple(f".{name}" for name in INNER)):
        return "it is an address inside a network"
    return "it is the name of a file" if host.endswith(tuple(f".{name}" for name in FILES)) else ""
