"""Checks of a plan against itself: each problem that the plan's author can mend, in every place at once."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator import problems
from generator.checks import (
    addresses,
    bodies,
    claims,
    days,
    facts,
    figures,
    gaps,
    grades,
    groups,
    identity,
    occurrences,
    order,
    privacy,
    private_file,
    prose,
    published_ids,
    references,
    related,
    signs,
    statuses,
    summaries,
    times,
    unreplaced,
    unused,
)
from generator.checks.accepted import less_accepted
from generator.checks.context import PlanContext
from generator.errors import Problem, Severity, has_errors, in_file_order
from generator.plan.field_types import id_meant
from generator.plan.former_ids import PublishedIds
from generator.plan.model import PublicPlan
from generator.plan.private import Private
from generator.plan.reader import PlanFile
from generator.plan.validation import is_within, texts
from generator.problems import PROBLEMS

CHECKS = (
    identity.problems_of,
    published_ids.problems_of,
    references.problems_of,
    groups.problems_of,
    statuses.problems_of,
    times.problems_of,
    facts.problems_of,
    days.problems_of,
    order.problems_of,
    occurrences.problems_of,
    gaps.problems_of,
    bodies.problems_of,
    prose.problems_of,
    signs.problems_of,
    privacy.problems_of,
    addresses.problems_of,
    figures.problems_of,
    grades.problems_of,
    related.problems_of,
    unreplaced.problems_of,
    unused.problems_of,
)
# Checks of what a plan claims, which mean something only where everything that it names is there.
CROSS_CHECKS = (claims.problems_of, summaries.problems_of)
# Problems of an id that is not there, and the key under which such ids stand: one mistake there makes many here.
REFERENCE_SECTIONS = {
    problems.BODY_UNKNOWN: "bodies",
    problems.STATUS_UNKNOWN: "status_scheme",
    problems.EVENT_UNKNOWN: "events",
    problems.REFERENCE_UNKNOWN: "",
}
# Problems of a thing that nothing names, each with the problem of a misspelt name, which is the same mistake.
CAUSED_BY = {
    problems.BODY_UNUSED: problems.BODY_UNKNOWN,
    problems.EVIDENCE_UNUSED: problems.REFERENCE_UNKNOWN,
    problems.FINDING_UNANSWERED: problems.REFERENCE_UNKNOWN,
}
# An error cannot be accepted.
CODES = tuple(kind.code for kind in PROBLEMS.values() if kind.severity is not Severity.ERROR)


def check_plan(
    file: PlanFile,
    plans: Mapping[str, PublicPlan | None],
    today: date | None = None,
    published: PublishedIds | None = None,
    contacts: frozenset[str] = frozenset(),
    private: Private | None = None,
) -> tuple[Problem, ...]:
    """Every problem of `file`, in file order, less those that it accepts.

    `plans` are the site's plans by their ids, None for one that could not be read. Without `today`, no day is said to
    lie in the future. `published` is what the plan's newest edition calls its outcomes and actions, `contacts` are the
    phones and e-mails of the site's settings. `private` is what stands in the plan's private file; None where it is not
    read.
    """
    private = private or Private()
    own = (
        *published_ids.with_lost_ids(file.problems, file.tree.root, published),
        *private_file.problems_of(private, file.tree.root),
    )
    if file.checkable is None:
        return in_file_order(own)
    context = PlanContext(file, plans, today, published, contacts, private.people)
    found = list(_without_consequences(file, [problem for check in CHECKS for problem in check(context)]))
    if file.plan is None:
        # Whether a warning stands can be told when the file can be read.
        errors = [problem for problem in found if problem.severity is Severity.ERROR]
        return in_file_order((*own, *errors))
    if not has_errors(found):
        found += [problem for check in CROSS_CHECKS for problem in check(context)]
    whole, is_register_read = "the plan as a whole", bool(private.people)
    left = less_accepted(found, file.plan.accepted, CODES, context.root, whole=whole, is_register_read=is_register_read)
    return in_file_order((*own, *left))


def _without_consequences(file: PlanFile, found: list[Problem]) -> Iterator[Problem]:
    """`found` less what follows from another problem: of a value that was refused, or of an id that would be there."""
    ids = _written_ids(file)
    wrong = {problem.position for problem in file.problems if problem.severity is Severity.ERROR}
    broken = file.refused | {p.path for p in found if p.kind is problems.ID_DUPLICATE}
    kinds = {problem.kind for problem in found}
    personal = {(problem.position, word) for problem in found for word in privacy.words_of(problem)}
    for problem in found:
        if problem.kind is problems.ACRONYM_UNEXPLAINED and (problem.position, problem.values["value"]) in personal:
            continue  # initials are not to be explained
        if CAUSED_BY.get(problem.kind) in kinds or (file.plan is None and problem.kind is problems.PART_UNKNOWN):
            continue  # of a figure that was refused, the label is not known either
        section = REFERENCE_SECTIONS.get(problem.kind)
        is_named = file.plan is None and section is not None and id_meant(str(problem.values["value"])) in ids
        is_refused = problem.position in wrong or any(is_within(problem.path, place) for place in file.refused)
        if not (is_named or is_refused or (section and _is_broken(section, broken))):
            yield problem


def _written_ids(file: PlanFile) -> frozenset[str]:
    """Every id as the file writes it, refused or not, in the form that it may take."""
    found = texts(file.tree.root) if file.tree.root else ()
    return frozenset(id_meant(text.text) for path, text in found if path and str(path[-1]).casefold() == "id")


def _is_broken(section: str, paths: Collection[str]) -> bool:
    """Whether `paths` name what stands under the key `section`, or an id or a list below it."""
    return any(path == section or (path.startswith(section) and path.endswith((".id", ".statuses"))) for path in paths)
