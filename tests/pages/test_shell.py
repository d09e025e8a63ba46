"""The links of the shell: help can be called."""

from dataclasses import replace

import pytest

from generator.council.settings import Help, HelpLine, SiteContact
from generator.pages.shell import contact_lines, site_shell
from generator.wording import Words

PAGE = "https://example.org/help"


@pytest.mark.parametrize(
    ("phone", "link", "href"),
    [
        ("999", None, "tel:999"),
        ("01632 960 101", None, "tel:01632960101"),
        ("(01632) 960-101", None, "tel:01632960101"),
        ("+44 1632 960101", None, "tel:+441632960101"),
        ("+44 (0)1632 960101", None, "tel:+441632960101"),
        ("999", PAGE, "tel:999"),
        (None, PAGE, PAGE),
    ],
)
def test_help_is_called_and_without_a_phone_read(source, phone, link, href):
    line = HelpLine(text="In danger now", phone=phone, link=link)
    extra = replace(source.settings.extra, help=Help(lines=(line,)))
    settings = type(source.settings)(source.settings.folder, "Plans", "", extra)
    (shown,) = site_shell(settings, Words(), (), is_draft=False).help_lines
    assert (shown.phone, shown.href) == (phone or "", href)


def test_team_is_called_by_its_digits():
    assert contact_lines(SiteContact(role="Team", phone="(01632) 960 100"))[-1].href == "tel:01632960100"
