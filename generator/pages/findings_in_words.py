"""What each check of a plan finds, as a sentence for readers of the page of corrections."""

from generator.wording import Words


def finding_phrase(words: Words, code: str) -> str:
    """What a warning with this code says; a code that is not known is named."""
    return found_phrases(words).get(code) or words.say("A check named “{code}”", code=code)


def found_phrases(words: Words) -> dict[str, str]:
    """Each code that a plan may accept, and what it says."""
    return {
        "text-cut": words.say("A text may be cut short."),
        "as-at-future": words.say("The plan’s own day is still to come."),
        "successor-missing": words.say("The plan is replaced, and it is not said by which plan."),
        "related-plan-unknown": words.say("A related plan is not on this site."),
        "number-repeated": words.say("Another action has the same number."),
        "status-not-rated": words.say("It has a rating, though the plan does not rate things of its kind."),
        "status-missing": words.say("It has no rating, though the plan rates things of its kind."),
        "timescale-unread": words.say("No date could be read from the words for its time."),
        "accepted-unmatched": words.say("Something was left for a reason, and is no longer found."),
        "timescale-unanchored": words.say("Its time counts from an event that is not named."),
        "due-before-start": words.say("Its date is before the plan starts."),
        "due-after-end": words.say("Its date is after the plan ends."),
        "note-after-plan": words.say("A note is later than the plan’s own day."),
        "day-after-plan": words.say("A day is later than the plan’s own day."),
        "closed-state": words.say("The plan is closed, and its state says otherwise."),
        "ended-open": words.say("The plan has ended, and is not closed."),
        "revision-undecided": words.say("A date was moved, and it is not said who decided that."),
        "revision-same": words.say("A date was moved to the same date."),
        "days-backwards": words.say("Days do not stand in their order."),
        "occurrence-contradicts": words.say("What is said of a report does not fit its dates."),
        "held-unread": words.say("The day of a report could not be read."),
        "update-unread": words.say("How often the plan is updated could not be read."),
        "lead-missing": words.say("It is not said who leads it."),
        "timescale-missing": words.say("It is not said by when it will be done."),
        "measure-missing": words.say("It is not said how we will know that it works."),
        "lead-ceased": words.say("A body that is there no more leads it."),
        "report-ceased": words.say("A body that is there no more is named for a report."),
        "successor-unnamed": words.say("A body is there no more, and it is not said who took over."),
        "acronym-unexplained": words.say("A short name is not explained."),
        "sentence-long": words.say("A sentence is long."),
        "link-nowhere": words.say("A link leads nowhere for the public."),
        "figures-sum": words.say("The parts of a figure do not make the whole."),
        "share-differs": words.say("A percentage is not what its two figures give."),
        "counts-differ": words.say("Counts of grades do not make the number that was graded."),
        "percent-differs": words.say("A percentage is not what its count gives."),
        "grade-unknown": words.say("A grade is not one of the scale."),
        "related-action-unknown": words.say("It names an action of another plan that is not there."),
        "related-differs": words.say("An action of another plan says the same, and differs."),
        "finding-unanswered": words.say("No outcome or action answers it."),
        "evidence-unused": words.say("Nothing names this evidence."),
        "body-unused": words.say("Nothing names this body."),
        "term-unused": words.say("A word is explained that stands nowhere else."),
        "overdue-on-track": words.say("It is called on track, and its date has passed."),
        "complete-open": words.say("It is called complete, and a part of it is still open."),
        "complete-unevidenced": words.say("It is called complete, and nothing is named that stands behind it."),
        "complete-future": words.say("It is called complete, and its newest note speaks of work to come."),
        "progress-differs": words.say("Its rating does not fit its progress."),
        "rating-differs": words.say("Its rating is not the one that the plan’s rule gives."),
        "rule-unworkable": words.say("The plan’s rule cannot rate it, since a fact is missing."),
        "closure-differs": words.say("It was closed or opened again, and its rating says otherwise."),
        "outcome-better": words.say("It is rated better than a part of it."),
        "review-never": words.say("Its rating must be looked at, and no review of it is recorded."),
        "review-overdue": words.say("Nobody has looked at its rating in time."),
        "review-unproven": words.say("A review found not enough evidence, and the rating is still good."),
        "summary-differs": words.say("The printed summary is not what the actions give."),
        "summary-incomplete": words.say("The printed summary leaves something out."),
    }
