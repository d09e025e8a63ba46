"""The code of an edition stands wherever the edition does, and the page of editions vouches for the whole record."""

from datetime import date

from generator.authoring.publish import redact, withdraw
from generator.pages import edition_pages
from generator.pages.editions import editions_page
from generator.render.markdown import markdown_of
from tests.page_blocks import printed
from tests.shelves import four_editions, published, view_of


def both(head):
    return f"{head[:4]} {head[4:8]} {head[8:12]}", head


def test_edition_and_the_page_to_print_say_their_code(tmp_path):
    shelf = published(tmp_path / "anytown", four_editions())
    view = view_of(shelf)
    pages = {then.edition.name: edition_pages(then)[0].page for then in view.edition_views}
    for edition in shelf.editions:
        for code in both(edition.line.this):
            assert code in markdown_of(pages[edition.name])
            assert (code in markdown_of(printed(view))) is (edition is shelf.editions[-1])


def test_newest_code_is_another_after_each_thing_that_is_taken_back(tmp_path):
    place = tmp_path / "anytown"
    published(place, four_editions())
    heads = []
    for shelf in (
        redact(place, "a-1-1", "notes[1].text", date(2019, 10, 3), "personal data"),
        withdraw(place, "2019-03-29", date(2019, 10, 4), "The wrong file"),
    ):
        text = markdown_of(editions_page(view_of(shelf)))
        heads.append(shelf.lock.head)
        assert "The newest code" in text
        assert all(code in text for code in both(heads[-1]))
        assert all(code in text for edition in shelf.editions for code in both(edition.line.this))
    assert heads[0] not in text
