"""The whole plan on one page, for a committee to print."""

from collections.abc import Mapping
from dataclasses import replace

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Fact, Facts, Line, Section, Sentences, labelled_lines, points, sentences
from generator.document.page import Page
from generator.document.prose import prose_blocks
from generator.plan.model import Outcome
from generator.words.answer import answer
from generator.words.directory import kinds, page_label
from generator.words.edition_names import code_fact
from generator.words.outcome_blocks import action_sections, outcome_blocks, rating_lines
from generator.words.phrases import outcome_title
from generator.words.plan_facts import plan_facts, plan_sentence
from generator.words.plan_page import as_at_day, plan_page
from generator.words.ratings import roll_blocks
from generator.words.view import PlanView

# The pages of which this one holds parts.
IN_PRINT = ("legend", "findings", "evidence", "governance", "glossary")
# What of a plan is a view of the same things, or says how its source was read: too much for paper.
ON_PAGES_OF_THEIR_OWN = ("who", "measures", "summary", "evidence", "corrections")
# The pages of which the sections are parts of this one, under a heading of their own.
FINDINGS, EVIDENCE = "findings", "the-evidence"


def print_page(view: PlanView, pages: Mapping[str, Page]) -> Page:
    """The whole plan on one page, in the order in which a committee reads it.

    What other pages of the plan say is taken from `pages`, by their kind, one level down.
    """
    plan, words = view.plan, view.words
    parts = (*_before(view, pages), *(_outcome(view, outcome) for outcome in plan.outcomes), *_after(pages))
    blocks: tuple[Block, ...] = (
        *sentences(words.say("Print this page, or save it as a PDF: Ctrl+P (Command+P on a Mac)."), role="on-screen"),
        *sentences(_left_out(view)),
        *sentences(plan.summary or "", role="lead"),
        *sentences(answer(view), role="answer"),
        *sentences(plan_sentence(view), *as_at_day(view)),
        *sentences(words.say("In this document"), role="label"),
        *points(*(part.here for part in parts)),
        *parts,
    )
    title = words.say("{plan}: the whole plan", plan=plan.title)
    return replace(plan_page(view, "print", title, plan.summary or plan_sentence(view), blocks), glossary="here")


def _before(view: PlanView, pages: Mapping[str, Page]) -> list[Section]:
    """What a reader needs before the outcomes."""
    plan, words = view.plan, view.words
    counts = roll_blocks(view)
    parts = [Section("how-it-stands", words.say("How it stands"), counts)] if counts else []
    aim = (Fact(words.say("The aim"), (Line(plan.vision),)),) if plan.vision else ()
    code = (code_fact(words, view.edition),) if view.edition else ()
    facts = labelled_lines((*aim, *plan_facts(view), *code))
    parts.append(Section("about", words.say("About this plan"), (*prose_blocks(plan.introduction), *facts)))
    return parts + ([_without_sections(pages["legend"])] if "legend" in pages else [])


def _left_out(view: PlanView) -> str:
    """Which pages of the plan are not part of this one; "" where all are."""
    there = kinds(view)
    names = [view.words.say("“{page}”", page=page_label(view, kind)) for kind in ON_PAGES_OF_THEIR_OWN if kind in there]
    if not names:
        return ""
    return view.words.say("It leaves out parts of {pages}.", pages=view.words.listing(names))


def _after(pages: Mapping[str, Page]) -> list[Section]:
    """What stands behind the outcomes, and what explains them."""
    parts = []
    if FINDINGS in pages:
        parts.append(Section(FINDINGS, pages[FINDINGS].title, _sections(pages[FINDINGS])))
    if "evidence" in pages:
        parts += [section for section in _sections(pages["evidence"]) if section.anchor == EVIDENCE]
    parts += _sections(pages["governance"]) if "governance" in pages else ()
    if "glossary" in pages:
        # What the page of its own says of its links is not so on paper.
        terms = tuple(block for block in pages["glossary"].blocks if isinstance(block, Facts))
        parts.append(Section("glossary", pages["glossary"].title, terms))
    return parts


def _sections(page: Page) -> tuple[Section, ...]:
    return tuple(block for block in page.blocks if isinstance(block, Section))


def _without_sections(page: Page) -> Section:
    """What `page` says before its sections as a part of this one: what it opens with is not larger than the rest."""
    blocks = (block for block in page.blocks if not isinstance(block, Section))
    same_size = (replace(block, role="") if isinstance(block, Sentences) else block for block in blocks)
    return Section(page.kind, page.title, tuple(same_size))


def _outcome(view: PlanView, outcome: Outcome) -> Section:
    """The outcome with all that stands below it."""
    blocks = (
        *rating_lines(view, outcome),
        *outcome_blocks(view, outcome),
        *action_sections(view, outcome, has_links=False),
    )
    return Section(thing_anchor("outcome", outcome.id), outcome_title(view, outcome), blocks)
