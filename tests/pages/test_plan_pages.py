"""The pages of a plan: which there are, what they say of the whole, and how they lead to each other."""

import re
from datetime import date

import pytest

from generator.council.settings import read_settings
from generator.document.blocks import Bar, Day, Line, Link, Mark, Section, Sentences, Tag, Text, Ways
from generator.document.refs import Ref
from generator.pages import home_page, plan_pages
from generator.pages.legend import legend_page
from generator.pages.outcome import outcome_page
from generator.pages.overview import overview_page
from generator.pages.shell import plan_shell, site_shell
from generator.render.markdown import markdown_of, stage
from generator.wording import Words
from generator.words.plan_facts import plan_sentence
from tests.conftest import SMALL_PLAN
from tests.council_folder import write_council
from tests.page_blocks import all_facts, blocks_of, parts_of, section, sections, tables, text_of, texts

OUTCOMES = [
    {"id": "o-1", "number": "1", "title": "One", "actions": []},
    {"id": "o-2", "number": "2", "title": "Two", "short_title": "Second", "actions": []},
    {"id": "o-3", "title": "Three", "actions": []},
]


@pytest.fixture
def settings(tmp_path):
    found, problems = read_settings(write_council(tmp_path))
    assert not problems
    return found


def addresses(view) -> list[str]:
    return [page.address for page in plan_pages(view)]


# Which pages there are


def test_legend_and_glossary_have_pages_only_where_there_is_something_to_say(make_view):
    bare = {"status_scheme": None, "rated": []}
    assert "anytown/legend/" in addresses(make_view())
    assert "anytown/glossary/" not in addresses(make_view())
    assert "anytown/legend/" not in addresses(make_view(bare, status=None))
    assert "anytown/glossary/" in addresses(make_view({"glossary": [{"term": "CPC", "meaning": "A committee"}]}))


@pytest.mark.parametrize(
    ("plan", "texts"),
    [
        (
            {},
            [
                *("Overview", "Outcome 1: Children are heard", "All actions", "Who does what", "By when"),
                *("What the ratings mean", "The whole plan on one page"),
            ],
        ),
        ({"status_scheme": None, "rated": [], "outcomes": [], "bodies": []}, ["Overview"]),
        (
            {"glossary": [{"term": "CPC", "meaning": "A committee"}], "outcomes": OUTCOMES, "bodies": []},
            [
                *("Overview", "Outcome 1: One", "Outcome 2: Second", "Three"),
                *("What the ratings mean", "Words explained", "The whole plan on one page"),
            ],
        ),
    ],
)
def test_menu_names_the_pages_that_there_are(make_view, settings, plan, texts):
    view = make_view(plan)
    shell = plan_shell(site_shell(settings, Words(), (), is_draft=False), view, examples_are_listed=True)
    assert [link.text for link in shell.plan_menu] == texts
    assert {shell.places.destination(link.to).address for link in shell.plan_menu} <= set(addresses(view))


def test_no_page_links_to_a_legend_or_glossary_that_is_not_there(make_view):
    view = make_view({"status_scheme": None, "rated": []}, status=None)
    for page in plan_pages(view):
        assert "legend/" not in markdown_of(page)
        assert "glossary/" not in markdown_of(page)


def test_every_page_of_a_plan_has_its_own_address(make_view):
    view = make_view(sub_actions=[{"id": "a-2", "number": "1.1", "title": "Same number"}])
    found = addresses(view)
    assert len(found) == len(set(found))
    assert found[0] == "anytown/"


# Overview


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({}, "The plan has 1 outcome and 1 action."),
        ({"outcomes": OUTCOMES[:2]}, "The plan has 2 outcomes."),
        ({"outcomes": []}, "Anytown Council publishes this plan."),
        ({"words": {"outcome": "Area", "action": "Key issue"}}, "The plan has 1 area and 1 key issue."),
    ],
)
def test_plan_says_how_much_it_holds(make_view, plan, sentence):
    assert plan_sentence(make_view(plan)) == sentence


@pytest.mark.parametrize(
    ("action", "when", "who"),
    [
        ({}, "March 2019 (by 31 March 2019)", "Anytown Council"),
        ({"timescales": ["in good time"]}, "in good time", "Anytown Council"),
        ({"timescales": []}, "Not stated", "Anytown Council"),
        ({"timescales": {"missing": "not-applicable"}}, "Does not apply", "Anytown Council"),
        (
            {"timescales": ["May 2019", "6 monthly"]},
            "May 2019 (by 31 May 2019) and 6 monthly (every 6 months)",
            "Anytown Council",
        ),
        ({"leads": []}, "March 2019 (by 31 March 2019)", "Not stated"),
        (
            {"leads": {"missing": "withheld", "ground": "Court case"}},
            "March 2019 (by 31 March 2019)",
            "Withheld: Court case",
        ),
        (
            {"leads": ["nhs", {"role": "Chair", "body": "council"}]},
            "March 2019 (by 31 March 2019)",
            "NHS; Chair, Anytown Council",
        ),
    ],
)
def test_overview_says_by_when_and_who(make_view, action, when, who):
    *_, (promise,) = (block.items for block in section(overview_page(make_view(**action)), "o-o-1").blocks)
    assert [(fact.label, fact.lines) for fact in promise.facts] == [("By when", (Line(when),)), ("Lead", (Line(who),))]


@pytest.mark.parametrize(
    ("status", "as_at", "phrase"),
    [
        ("amber", None, ""),
        ("amber", date(2019, 4, 1), "Dates compared on 1 April 2019."),
        ({"missing": "not-yet-rated"}, date(2019, 4, 1), "Dates compared on 1 April 2019."),
    ],
)
def test_page_says_which_day_it_speaks_of(make_view, status, as_at, phrase):
    view = make_view(None, as_at, status=status)
    assert text_of(parts_of(overview_page(view), Day)) == phrase
    page = outcome_page(view, view.plan.outcomes[0])
    assert parts_of(page, Day) == ((Day(phrase),) if phrase else ())


def test_ratings_are_counted_in_words_for_each_level_that_is_rated(make_view):
    view = make_view({"rated": ["outcomes", "actions", "sub-actions"]}, sub_actions=[{"id": "a-2", "title": "Two"}])
    shown = overview_page(view).blocks
    things = ("1 outcome: 1 not yet rated.", "1 action: 1 amber.", "1 sub-action: 1 not yet rated.")
    counts = [block for block in shown if text_of(block).endswith(things)]
    assert [text_of(block).partition(" of ")[2] for block in counts] == list(things)
    bars = [number for number, block in enumerate(shown) if isinstance(block, Bar)]
    assert bars == [shown.index(counts[1]) + 1], "an empty bar says nothing"
    unrated = overview_page(make_view({"rated": []}))
    assert " of 1 " not in text_of(unrated)
    assert not blocks_of(unrated, Bar)


# Outcomes


def test_outcome_leads_to_its_neighbours(make_view):
    view = make_view({"outcomes": OUTCOMES})
    found = [outcome_page(view, outcome) for outcome in view.plan.outcomes]
    one, two, three = (
        Link("Outcome 1: One", Ref("outcome", "o-1", "anytown")),
        Link("Outcome 2: Second", Ref("outcome", "o-2", "anytown")),
        Link("Three", Ref("outcome", "o-3", "anytown")),
    )
    near = [[item.content for ways in blocks_of(page, Ways) for item in ways.items] for page in found]
    assert near == [
        [(Text("Next:"), two)],
        [(Text("Before:"), one), (Text("Next:"), three)],
        [(Text("Before:"), two)],
    ]


def test_only_outcome_has_no_neighbours(make_view):
    view = make_view()
    page = outcome_page(view, view.plan.outcomes[0])
    assert blocks_of(page, Ways) == ()
    assert "Before:" not in markdown_of(page)


def test_outcome_is_called_what_the_plan_calls_it(make_view):
    view = make_view({"words": {"outcome": "Area for improvement"}})
    assert outcome_page(view, view.plan.outcomes[0]).title == "Area for improvement 1: Children are heard"


def test_key_issues_group_actions_and_the_rest_come_first(make_view):
    actions = [{"id": f"a-{number}", "title": f"Action {number}"} for number in (1, 2, 3, 4)]
    issues = [
        {"id": "k-1", "title": "Training", "text": "Staff need *more*.", "actions": ["a-4", "a-2"]},
        {"id": "k-2", "title": "Data", "actions": ["a-3"]},
    ]
    view = make_view({"outcomes": [{"id": "o-1", "title": "One", "actions": actions, "key_issues": issues}]})
    page = outcome_page(view, view.plan.outcomes[0])
    parts = [block for block in page.blocks if isinstance(block, Section)]
    assert [(part.title, list(sections(part))) for part in parts] == [
        ("Action 1", []),
        ("Training", ["a-a-4", "a-a-2"]),
        ("Data", ["a-a-3"]),
    ]
    text = markdown_of(page)
    assert re.findall(r"^(#+) .* \{: #(\S+) \}$", text, re.MULTILINE) == [
        ("#", "page-title"),
        ("##", "a-a-1"),
        ("##", "i-k-1"),
        ("###", "a-a-4"),
        ("###", "a-a-2"),
        ("##", "i-k-2"),
        ("###", "a-a-3"),
    ]
    assert "Staff need <em>more</em>" in text


def test_outcome_without_actions_says_so(make_view):
    view = make_view({"outcomes": OUTCOMES})
    assert "This part of the plan has no actions." in texts(outcome_page(view, view.plan.outcomes[0]))


@pytest.mark.parametrize(
    ("rated", "status", "shown"), [(["outcomes"], None, True), ([], None, False), ([], "red", True)]
)
def test_outcome_has_a_tag_where_it_is_rated(make_view, rated, status, shown):
    outcome = {"id": "o-1", "title": "One", "status": status, "actions": []}
    view = make_view({"rated": rated, "outcomes": [outcome]})
    assert bool(parts_of(outcome_page(view, view.plan.outcomes[0]), Tag)) == shown


# Legend


@pytest.mark.parametrize(
    ("rated", "opening"),
    [
        ([], "This plan does not rate its parts."),
        (
            ["actions"],
            "This plan rates its actions. It does not rate its outcomes and sub-actions: "
            "for these it shows who leads and by when.",
        ),
        (["outcomes", "actions", "sub-actions"], "This plan rates its outcomes, actions and sub-actions."),
    ],
)
def test_legend_says_what_is_rated(make_view, rated, opening):
    page = legend_page(make_view({"rated": rated}))
    assert page.opening == text_of(page.blocks[0]) == opening


@pytest.mark.parametrize(
    ("plan", "status", "word"),
    [
        ({}, {"missing": "not-stated"}, "Not stated"),
        ({}, {"missing": "not-applicable"}, "Does not apply"),
        ({}, {"missing": "suppressed"}, "Not shown, to protect people"),
        ({"status_scheme": {**SMALL_PLAN["status_scheme"], "roll_up": "worst"}}, "amber", "Not known"),
    ],
)
def test_legend_explains_what_only_some_plans_say(make_view, plan, status, word):
    def said(view) -> list[str]:
        table = next(table for table in tables(legend_page(view)) if table.caption == "When there is no rating")
        return [row.cells[0][0].tag.text for row in table.rows]

    always = ["Not yet rated", "Withheld", "Lost when the source document was converted"]
    assert said(make_view()) == always
    assert said(make_view(plan, status=status)) == [*always, word]


def test_legend_keeps_the_capitals_of_initials(make_view):
    view = make_view({"words": {"actions": "GIRFEC actions"}})
    assert "its GIRFEC actions" in legend_page(view).opening


def test_legend_says_who_rates_how_often_and_what_or_that_the_plan_does_not_say(make_view, lines):
    bare = lines(all_facts(legend_page(make_view())))
    assert bare.pop("Which rating is better") == ["From the worst to the best: Red, Amber and Green."]
    assert set(map(tuple, bare.values())) == {("The plan does not say.",)}
    scheme = {
        "statuses": [{"id": "red", "label": "Red", "meaning": "Late", "tone": "off-track"}],
        "rated_by": "The committee",
        "how_often": "Every quarter",
        "what_is_rated": "Delivery",
        "rule": "Late is red",
        "valid_from": "2018-09-01",
    }
    found = lines(all_facts(legend_page(make_view({"status_scheme": scheme}, status="red"))))
    assert list(found.values()) == [
        ["The committee"],
        ["Every quarter"],
        ["Delivery"],
        ["Late is red"],
        ["1 September 2018"],
    ]


def test_legend_says_which_rating_is_better_or_that_nobody_says(make_view, lines):
    def said(*statuses, scale=()):
        tones = {"red": "off-track", "amber": "at-risk", "green": "on-track", "grey": "paused"}
        entries = [{"id": name, "label": name, "meaning": "x", "tone": tones[name]} for name in statuses]
        scheme = {"statuses": entries, "scale": scale}
        return lines(all_facts(legend_page(make_view({"status_scheme": scheme}, status="red"))))[
            "Which rating is better"
        ]

    grey = "grey is neither better nor worse than any of them."
    assert said("green", "amber", "red", "grey") == [f"From the worst to the best: red, amber and green. {grey}"]
    assert said("green", "red", "amber") == ["The plan does not say, so no change of rating is called better or worse."]
    assert said("green", "red", "grey", scale=["red", "green"]) == [
        f"From the worst to the best: red and green. {grey}"
    ]


def test_legend_explains_what_stands_where_there_is_no_rating(make_view):
    rows = [row.cells[0][0].tag.text for table in tables(legend_page(make_view())) for row in table.rows]
    assert rows == [
        *("Red", "Amber", "Green", "Not yet rated", "Withheld", "Lost when the source document was converted"),
        *("Overdue", "Date passed, nothing published since", "Date passed, no rating says whether it is done"),
    ]


def test_legend_explains_what_time_does_where_it_does_it(make_view):
    def rows(plan, **action) -> list[str]:
        view = make_view(plan, date(2019, 1, 1), **action)
        return [row.cells[0][0].tag.text for row in tables(legend_page(view))[-1].rows]

    closed = {"closed": {"as_at": "2019-01-01", "why": "It ended"}}
    assert rows(closed) == ["Not reported as done by 1 January 2019"]
    assert rows({}, review={"every": "6 months"})[-1] == "No longer backed by a review"


def test_legend_says_what_the_site_works_out(make_view, lines):
    rule = {"complete": "green", "past_due": "red", "due_soon": "amber", "in_time": "green", "window_days": "30"}
    scheme = {**SMALL_PLAN["status_scheme"], "computed": rule, "roll_up": "worst", "review_every": "6 months"}
    facts = lines(all_facts(legend_page(make_view({"status_scheme": scheme}))))
    assert facts["What this site works out"] == [
        "What is 100% complete is Green. What is not, and whose date has passed, is Red. "
        "What is due within 30 days is Amber. All else is Green."
    ]
    assert facts["A rating must be looked at every"] == ["6 months"]
    assert "nothing is called well" in facts["What is worked out for the whole"][0]


# Glossary and home


def test_words_are_explained_in_order_of_the_alphabet(make_view):
    terms = [{"term": term, "meaning": "x"} for term in ("b", "C", "a", "B")]
    (page,) = (page for page in plan_pages(make_view({"glossary": terms})) if page.address == "anytown/glossary/")
    assert [fact.label for fact in all_facts(page)] == ["a", "B", "b", "C"]


def test_home_page_counts_its_plans(make_view):
    view = make_view({"closed": {"as_at": "2019-04-01", "why": "Done"}, "example": {"kind": "Example", "text": "x"}})
    pages = [home_page(Words(), "Plans", views) for views in ((), (view,), (view, view))]
    assert [section(page, "plans").title for page in pages[1:]] == ["The plan", "The 2 plans"]
    assert section(pages[1], "p-anytown").blocks[0] == Sentences((Mark("Example"), Mark("Closed")))
    assert [part.anchor for part in pages[1].parts] == ["p-anytown"]
    assert "No plan has been published yet." in markdown_of(pages[0])


# The frame


@pytest.mark.parametrize(
    ("plan", "listed", "robots", "banners"),
    [
        ({}, True, "", []),
        ({"example": {"kind": "Example", "text": "Made up."}}, True, "", ["Example"]),
        ({"example": {"kind": "Example", "text": "Made up."}}, False, "noindex", ["Example"]),
        ({"closed": {"as_at": "2019-04-01", "why": "It ended"}}, False, "", ["Closed plan"]),
    ],
)
def test_frame_says_what_kind_of_plan_it_is(make_view, settings, plan, listed, robots, banners):
    view = make_view(plan)
    shell = plan_shell(site_shell(settings, Words(), (), is_draft=False), view, examples_are_listed=listed)
    frame = stage(overview_page(view), shell).frame
    assert (frame.robots, [banner.label for banner in frame.banners]) == (robots, banners)
    assert frame.title == "Anytown plan - Plans of Anytown"


def test_closed_plan_says_why_in_a_whole_sentence(make_view, settings):
    for why in ("It ended", "It ended.", "It ended!"):
        view = make_view({"closed": {"as_at": "2019-04-01", "why": why}})
        shell = plan_shell(site_shell(settings, Words(), (), is_draft=False), view, examples_are_listed=False)
        text = shell.banners[-1].text
        assert text.startswith(why if why[-1] in ".!" else f"{why}.")
        assert "1 April 2019" in text


def test_help_stands_on_every_page_and_a_number_can_be_called(make_view, settings):
    shell = plan_shell(site_shell(settings, Words(), (), is_draft=False), make_view(), examples_are_listed=False)
    for page in plan_pages(make_view()):
        (line,) = stage(page, shell).frame.help_lines
        assert (line.text, line.phone, line.href) == ("In danger now", "999", "tel:999")


def test_breadcrumb_leads_from_home_to_the_page_itself(make_view, settings):
    view = make_view({"short_title": "Anytown"}, sub_actions=[{"id": "a-2", "title": "Below"}])
    shell = plan_shell(site_shell(settings, Words(), (), is_draft=False), view, examples_are_listed=False)
    staged = {page.address: stage(page, shell) for page in plan_pages(view)}
    crumbs = staged["anytown/actions/a-2/"].frame.breadcrumb
    assert [(crumb.text, crumb.href) for crumb in crumbs] == [
        ("Home", "../../../"),
        ("Anytown", "../../"),
        ("Outcome 1", "../../outcomes/o-1/"),
        ("1.1", "../a-1-1/"),
        ("Sub-action Below", "./"),
    ]
    assert crumbs[-1].current
