"""Every kind of problem, in one catalogue. `docs/errors.md` has a heading for each code.

A kind's `what` and `do` are format strings; the names in braces are the values that its Problem carries.
"""

import errno
from pathlib import Path

from generator.errors import OtherKindError, Position, Problem, ProblemKind, Severity

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE

# The file as YAML
FILE_MISSING = ProblemKind("file-missing", "there is no such file", "{do}")
FILE_UNREADABLE = ProblemKind(
    "file-unreadable", "this cannot be read: {reason}", "let the account that runs plans read it"
)
FILE_FOREIGN = ProblemKind(
    "file-foreign",
    "this is {kind}, and a plan is a text file",
    "keep it elsewhere, and put the text file in its place; 'plans new' makes one to start from",
)
FILE_KIND = ProblemKind("file-kind", "{reason}", "take it away, and put {wanted} there")
FILE_ENCODING = ProblemKind(
    "file-encoding", "the file is not UTF-8 text (byte {byte} cannot be read)", "save it as UTF-8"
)
FILE_TOO_LARGE = ProblemKind(
    "file-too-large", "the file is larger than {limit} bytes", "split the plan or take out what is not part of it"
)
YAML_SYNTAX = ProblemKind("yaml-syntax", "{reason}", "{do}")
YAML_EMPTY = ProblemKind("yaml-empty", "the file holds nothing", "start it with 'schema: 1'")
YAML_DOCUMENTS = ProblemKind(
    "yaml-documents", "a second document starts here", "keep one plan in a file; take '---' out"
)
YAML_DUPLICATE_KEY = ProblemKind(
    "yaml-duplicate-key", "{key!r} stands twice here (first on line {first})", "keep one of them"
)
YAML_ITEM_JOINED = ProblemKind(
    "yaml-item-joined",
    "from here on, keys of the item that starts on line {first} stand a second time",
    "if another item starts here, put '- ' before {key!r}, the hyphen in column {column}",
)
YAML_KEY = ProblemKind("yaml-key", "a key must be a plain word", "put a word before the colon")
YAML_ANCHOR = ProblemKind(
    "yaml-anchor",
    "'&', '*' and '<<' references are not read",
    "write the value out where it is needed, or put it in quotation marks if it starts with the sign",
)
YAML_TAG = ProblemKind("yaml-tag", "the tag {tag!r} is not read", "take it out, or put the value in quotation marks")
YAML_TAB = ProblemKind("yaml-tab", "a tab stands here", "use spaces, as the lines above and below do")
YAML_TOO_DEEP = ProblemKind("yaml-too-deep", "values are nested more than {limit} deep", "make the nesting shallower")
YAML_TOO_MANY = ProblemKind("yaml-too-many", "the file holds more than {limit} values", "split the plan")
YAML_STOPPED = ProblemKind("yaml-stopped", "reading stopped here, after {limit} problems", "mend those, then try again")
TEXT_CONTROL = ProblemKind("text-control", "the character {character} cannot be shown", "delete it")
TEXT_BIDI = ProblemKind("text-bidi", "the character {character} can make text read as another text", "delete it")
TEXT_PASTED = ProblemKind(
    "text-pasted",
    "the character {character} does not belong here; word processors put it there",
    "delete this word and type it again",
)
TEXT_DISGUISED = ProblemKind(
    "text-disguised",
    "{value!r} is not what it looks like: it holds {character}",
    "delete the word and type it again",
    WARNING,
)
TEXT_CUT = ProblemKind(
    "text-cut",
    "the text ends before {rest!r}, because # starts a comment",
    "put the text in quotation marks, or a space after # if it is a comment",
    WARNING,
)
TEXT_QUOTATION = ProblemKind(
    "text-quotation", "{why}, and would be published", "write {meant}, or accept it with a reason", WARNING
)
TEXT_FORMULA = ProblemKind(
    "text-formula",
    "this text starts with {start!r}, so a spreadsheet would take it for a formula",
    "start it with a word, as it stands in the plan's tables of open data too",
)

# The shape of a plan
KEY_UNKNOWN = ProblemKind("key-unknown", "{key!r} is not known here", "{do}")
KEY_MISSING = ProblemKind("key-missing", "{key!r} is missing", "add it")
VALUE_EMPTY = ProblemKind(
    "value-empty",
    "{thing} has no value",
    "give it one, or take the line out (what follows # is not read)",
)
VALUE_SHAPE = ProblemKind("value-shape", "this must be {wanted}, and is {found}", "{do}")
VALUE_CHOICE = ProblemKind("value-choice", "{value!r} is not one of the words known here", "use {known}")
VALUE_LINES = ProblemKind("value-lines", "this text has several lines", "write it in one line")
VALUE_PARAGRAPHS = ProblemKind("value-paragraphs", "this text has paragraphs", "write it as one paragraph")
VALUE_LONG = ProblemKind("value-long", "this text is longer than {limit} characters", "shorten it")
KEYS_MISSING = ProblemKind("keys-missing", "this has none of the keys {keys}", "add at least one of them")
KEYS_CLASH = ProblemKind("keys-clash", "{keys} cannot stand together", "take one of them out")
MISSING_RATING = ProblemKind(
    "missing-rating", "only a rating can be 'not-yet-rated'", "write '{{missing: not-stated}}', or another reason"
)
MISSING_GROUND = ProblemKind(
    "missing-ground", "it is not said why this is withheld", "write '{{missing: withheld, ground: the reason}}'"
)
DATE_UNREADABLE = ProblemKind("date-unreadable", "{value!r} is not {wanted}", "write {example}")
DATE_OUTSIDE = ProblemKind(
    "date-outside", "{value!r} is not between {first} and {last}", "write the year that is meant"
)
NUMBER_UNREADABLE = ProblemKind("number-unreadable", "{value!r} is not {wanted}", "write digits only, as {example}")
FLAG_UNREADABLE = ProblemKind("flag-unreadable", "{value!r} is neither yes nor no", "write yes or no")
ADDRESS_UNSAFE = ProblemKind("address-unsafe", "{value!r} is not a web address we can link to", "{do}")
ID_MALFORMED = ProblemKind(
    "id-malformed",
    "{value!r} cannot be an id",
    "use small letters, digits and hyphens, a letter first, 40 at most{such}",
)
ID_RESERVED = ProblemKind("id-reserved", "the id {value!r} is kept for a page of the site", "choose another")
ID_MISSING = ProblemKind("id-missing", "this {thing} has no id", "run 'plans ids {plan}' to give it one")
ID_LOST = ProblemKind(
    "id-lost",
    "this {thing} has no id, and was {former!r} in the edition of {day}",
    "write 'id: {former}' as its first line",
)
ID_CHANGED = ProblemKind(
    "id-changed",
    "{value!r} was {former!r} in the edition of {day}, and its page has that address",
    "write {former!r} again, or accept it with a reason if this is another thing",
    WARNING,
)
ID_DUPLICATE = ProblemKind("id-duplicate", "the id {value!r} is taken (line {first})", "give this one another id")
SCHEMA_FIRST = ProblemKind("schema-first", "the first key must be 'schema'", "start the file with 'schema: 1'")
SCHEMA_UNKNOWN = ProblemKind("schema-unknown", "schema {value!r} is not known to this version", "use 'schema: 1'")
PLAN_FOLDER = ProblemKind(
    "plan-folder",
    "the plan's id is {value!r} but its folder is {folder!r}",
    "write 'id: {folder}', or rename the folder where nothing of the plan was published",
)
PRIVATE_IN_PLAN = ProblemKind(
    "private-in-plan",
    "{key!r} is private and this file is published",
    "{do}",
)
PERIOD_BACKWARDS = ProblemKind(
    "period-backwards", "the period ends on {end}, before it starts on {start}", "mend one of the two"
)
CLOSED_BACKWARDS = ProblemKind(
    "closed-backwards",
    "the plan was closed as at {closed}, before the day of its facts, {as_at}",
    "mend one of the two",
)
AS_AT_FUTURE = ProblemKind(
    "as-at-future",
    "{as_at} is after today, {today}",
    "write the day of which the facts are true",
)
SUCCESSOR_MISSING = ProblemKind(
    "successor-missing",
    "the plan is replaced, and it is not said by which plan",
    "name it under 'related_plans' with 'how: successor'",
    WARNING,
)
FIGURE_IMPOSSIBLE = ProblemKind(
    "figure-impossible", "{numerator} out of {denominator} cannot be", "mend one of the two figures"
)
LANGUAGE_TAG = ProblemKind(
    "language-tag", "{value!r} is not the short name of a language", "write one such as en-GB, gd or pl"
)
EMAIL_MALFORMED = ProblemKind(
    "email-malformed", "{value!r} is not an e-mail address", "write one such as plans@example.org"
)

# References inside a plan
STATUS_UNKNOWN = ProblemKind("status-unknown", "status {value!r} is not in this plan's legend", "use {known}")
BODY_UNKNOWN = ProblemKind("body-unknown", "{value!r} is not one of this plan's bodies", "{do}")
REFERENCE_UNKNOWN = ProblemKind("reference-unknown", "there is no {thing} with the id {value!r}", "{do}")
REFERENCE_ITSELF = ProblemKind(
    "reference-itself", "this {thing} names itself", "name another one, or take the line out"
)
KEY_ISSUE_ACTION = ProblemKind(
    "key-issue-action",
    "{value!r} does not stand directly under the outcome of this key issue",
    "name actions of this outcome only, and no sub-actions",
)
KEY_ISSUE_TWICE = ProblemKind(
    "key-issue-twice", "{value!r} is in two key issues (first on line {first})", "keep it in one of them"
)
COVERS_OUTSIDE = ProblemKind("covers-outside", "{value!r} is not {wanted}", "name {wanted}, or take it out")
EVENT_UNKNOWN = ProblemKind("event-unknown", "{value!r} is not one of this plan's events", "{do}")
GLOSSARY_DUPLICATE = ProblemKind("glossary-duplicate", "{value!r} is explained twice", "keep one explanation")
GLOSSARY_ALIKE = ProblemKind(
    "glossary-alike",
    "{value!r} and {first!r} would have one address",
    "make one entry of both, or write more of the word",
)
FIELD_UNKNOWN = ProblemKind("field-unknown", "{value!r} is not a field of this {thing}", "{do}")
RELATED_PLAN_UNKNOWN = ProblemKind("related-plan-unknown", "there is no plan {value!r} on this site", "{do}", WARNING)
NUMBER_REPEATED = ProblemKind(
    "number-repeated",
    "the number {value!r} is also on line {first}",
    "renumber one, or accept it with a reason",
    WARNING,
)
STATUS_NOT_RATED = ProblemKind(
    "status-not-rated",
    "this plan does not rate {level}, and this one has a status",
    "take the status out, or add the level to 'rated'",
    WARNING,
)
STATUS_MISSING = ProblemKind(
    "status-missing",
    "this plan rates {level}, and this one has no status",
    "give it one, or write 'status: {{missing: not-yet-rated}}'",
    WARNING,
)
LEGEND_UNORDERED = ProblemKind(
    "legend-unordered",
    "nobody can tell which rating is better: the tones of the legend neither rise nor fall along it",
    "add 'scale' with the ids from worst to best; until then no change of rating is called better or worse",
    WARNING,
)
SCALE_ORDER = ProblemKind(
    "scale-order", "'scale' does not run from worst to best: {why}", "list each rating once, the worst first"
)
TIMESCALE_UNREAD = ProblemKind("timescale-unread", "{value!r} was not read as a date: {why}", "{do}", WARNING)
TIMESCALE_AMBIGUOUS = ProblemKind(
    "timescale-ambiguous", "{value!r} can be read in two ways: {why}", "write which one is meant"
)
ACCEPTED_UNMATCHED = ProblemKind(
    "accepted-unmatched", "nothing here raises {code!r} for {thing}", "take this entry out", WARNING
)
ACCEPTED_CODE = ProblemKind("accepted-code", "{value!r} is not a kind of warning", "{do}")

# What a plan says of itself
TIMESCALE_UNANCHORED = ProblemKind(
    "timescale-unanchored",
    "{value!r} counts from an event, and it is not said which",
    "list the event under 'events', and name it here as 'event'",
    WARNING,
)
DUE_BEFORE_START = ProblemKind(
    "due-before-start",
    "{value!r} is over before the plan's period starts, on {start}",
    "mend one of the two, or accept it with a reason",
    WARNING,
)
DUE_AFTER_END = ProblemKind(
    "due-after-end",
    "{value!r} begins after the plan's period ends, on {end}",
    "mend one of the two, or accept it with a reason",
    WARNING,
)
NOTE_AFTER_PLAN = ProblemKind("note-after-plan", "the note of {day} is later than {own}", "{do}", WARNING)
DAY_AFTER_PLAN = ProblemKind("day-after-plan", "the day of this {thing}, {day}, is later than {own}", "{do}", WARNING)
CLOSED_STATE = ProblemKind(
    "closed-state",
    "the plan is closed, and its state is {state!r}",
    "write 'state: ended' or 'state: replaced', or take 'closed' out",
    WARNING,
)
ENDED_OPEN = ProblemKind(
    "ended-open",
    "the plan's state is {state!r}, and it is not closed, so dates on its pages go on passing",
    "add 'closed' with the day and the reason",
    WARNING,
)
REVISION_UNDECIDED = ProblemKind(
    "revision-undecided",
    "{value!r} was moved, and it is not said who decided that",
    "add 'decided_by' with the body that did",
    WARNING,
)
REVISION_SAME = ProblemKind(
    "revision-same",
    "{value!r} was moved to {after!r}, which is the same time",
    "mend one of the two, or take the move out",
    WARNING,
)
DAYS_BACKWARDS = ProblemKind(
    "days-backwards", "{thing} of {day} stands after that of {before}", "put the oldest first", ADVICE
)
OCCURRENCE_CONTRADICTS = ProblemKind(
    "occurrence-contradicts", "the state is {state!r}, and {why}", "mend one of the two", WARNING
)
HELD_UNREAD = ProblemKind(
    "held-unread", "{value!r} was not read as a date", "write a day, or a month and a year", WARNING
)
UPDATE_UNREAD = ProblemKind(
    "update-unread",
    "{value!r} was not read as a length of time",
    "write one such as 6 months, quarterly or every two years",
    WARNING,
)
LEAD_MISSING = ProblemKind(
    "lead-missing",
    "it is not said who leads this",
    "add 'leads', or write 'leads: {{missing: not-stated}}'",
    WARNING,
)
TIMESCALE_MISSING = ProblemKind(
    "timescale-missing",
    "it is not said by when this will be done",
    "add 'timescales', or write 'timescales: {{missing: not-stated}}'",
    WARNING,
)
MEASURE_MISSING = ProblemKind(
    "measure-missing",
    "it is not said how we will know that this works",
    "add 'measures' here or to the outcome, or write 'measures: {{missing: not-stated}}'",
    WARNING,
)
MEASURES_MISSING = ProblemKind(
    "measures-missing",
    "of no action is it said how we will know that it works",
    "add 'measures' to actions or outcomes, or accept it with a reason",
    WARNING,
)
LEAD_CEASED = ProblemKind(
    "lead-ceased", "{value!r} leads this, and it {when}", "{do}, or accept it with a reason", WARNING
)
REPORT_CEASED = ProblemKind(
    "report-ceased",
    "{value!r} names {body!r}, which {when}",
    "name who reports or is reported to now, or accept it with a reason",
    WARNING,
)
SUCCESSOR_UNNAMED = ProblemKind(
    "successor-unnamed",
    "{value!r} has ceased and still leads something, and it is not said who took over",
    "add 'succeeded_by', or accept it with a reason",
    ADVICE,
)
ACRONYM_UNEXPLAINED = ProblemKind(
    "acronym-unexplained",
    "{value!r} is explained nowhere in this plan",
    "add it to 'glossary', or write it out",
    WARNING,
)
SENTENCE_LONG = ProblemKind(
    "sentence-long", "a sentence here has {count} words", "split it: {most} words at most", ADVICE
)
LINK_NOWHERE = ProblemKind(
    "link-nowhere",
    "the link to {value!r} leads nowhere for the public: {why}",
    "give the full address of a public page, or take the link out",
    WARNING,
)
PART_UNKNOWN = ProblemKind("part-unknown", "there is no figure here with the label {value!r}", "{do}")
FIGURES_SUM = ProblemKind(
    "figures-sum",
    "{parts} make {total}, and {whole!r} is {figure}: {gap}",
    "mend one of the figures, or add the part that is not here",
    WARNING,
)
SHARE_DIFFERS = ProblemKind(
    "share-differs",
    "{numerator} out of {denominator} is {share}%, and {figure} stands here",
    "mend one of the three figures",
    WARNING,
)
COUNTS_DIFFER = ProblemKind(
    "counts-differ",
    "the counts of {value!r} make {total}, and {n} areas were graded",
    "mend one of the counts, or 'n'",
    WARNING,
)
PERCENT_DIFFERS = ProblemKind(
    "percent-differs",
    "{count} out of {n} is {right}%, and {percent} stands here",
    "mend one of the figures, or accept it as printed",
    WARNING,
)
GRADE_UNKNOWN = ProblemKind("grade-unknown", "{value!r} is not one of the grades of 'scale'", "{do}", WARNING)
RELATED_ACTION_UNKNOWN = ProblemKind(
    "related-action-unknown",
    "there is no action with the id {value!r} in the plan {title!r}",
    "use an id of that plan, or take it out",
    WARNING,
)
RELATED_DIFFERS = ProblemKind(
    "related-differs",
    "this mirrors {value!r}, and {differences}",
    "mend one of the two, or say in 'note' why they differ",
    WARNING,
)
FINDING_UNANSWERED = ProblemKind(
    "finding-unanswered",
    "no outcome or action answers this {found}",
    "name it under 'answers' of one, or accept it with a reason",
    ADVICE,
)
EVIDENCE_UNUSED = ProblemKind(
    "evidence-unused", "nothing names this evidence", "name it under 'evidence' of what it stands behind", ADVICE
)
BODY_UNUSED = ProblemKind("body-unused", "nothing names the body {value!r}", "take it out, or name it", ADVICE)
TERM_UNUSED = ProblemKind(
    "term-unused", "{value!r} stands nowhere else in this plan", "take it out of the glossary", ADVICE
)

# What a plan claims, and its own facts do not bear out
OVERDUE_ON_TRACK = ProblemKind(
    "overdue-on-track",
    "this is {label!r}, and its date, {day}, has passed",
    "change the rating, or say that it is done, or record the new date and who decided it",
    WARNING,
)
COMPLETE_OPEN = ProblemKind(
    "complete-open", "this is {label!r}, and {value!r} below it is still open", "mend one of the two", WARNING
)
COMPLETE_UNEVIDENCED = ProblemKind(
    "complete-unevidenced",
    "this is {label!r}, and nothing is named that stands behind it",
    "name it under 'evidence', or accept it with a reason",
    WARNING,
)
COMPLETE_FUTURE = ProblemKind(
    "complete-future",
    "this is {label!r}, and its newest note says {words!r}",
    "add a note that says what was done, or change the rating",
    WARNING,
)
PROGRESS_DIFFERS = ProblemKind(
    "progress-differs", "this is {label!r}, and {percent}% complete", "mend one of the two", WARNING
)
RATING_DIFFERS = ProblemKind(
    "rating-differs",
    "this is {said!r}, and the plan's rule gives {given!r}",
    "mend the rating, the progress or the date, or accept it with a reason; the page shows both",
    WARNING,
)
RULE_UNWORKABLE = ProblemKind(
    "rule-unworkable",
    "the plan's rule cannot rate this without {missing}",
    "add it, or accept it with a reason",
    WARNING,
)
CLOSURE_DIFFERS = ProblemKind(
    "closure-differs", "this was {done} on {day}, and is {label!r}", "mend one of the two", WARNING
)
OUTCOME_BETTER = ProblemKind(
    "outcome-better",
    "this is {said!r}, and a part below it is {worst!r}",
    "mend one of the two, or accept it with a reason; the page shows both",
    WARNING,
)
REVIEW_NEVER = ProblemKind(
    "review-never",
    "this rating must be looked at again and again, and no review of it is recorded",
    "record the last one under 'review', or accept it with a reason",
    WARNING,
)
REVIEW_OVERDUE = ProblemKind(
    "review-overdue",
    "nobody has looked at this rating in time: it does not hold since {day}",
    "record the review, or change the rating",
    WARNING,
)
REVIEW_UNPROVEN = ProblemKind(
    "review-unproven",
    "the review of {day} found not enough evidence, and this is still {label!r}",
    "change the rating, or record a later review",
    WARNING,
)
SUMMARY_DIFFERS = ProblemKind(
    "summary-differs",
    "the printed summary says {printed}, and the actions give {found}",
    "mend one of the two, or accept it as printed",
    WARNING,
)
SUMMARY_INCOMPLETE = ProblemKind(
    "summary-incomplete",
    "the printed summary leaves out the outcome {value!r}",
    "add its row, or accept it as printed",
    WARNING,
)

# What may tell of a person
_ACCEPT = "take it out; if it tells of nobody, accept it with a reason, as {id}"
PRIVACY_REGISTERED_PERSON = ProblemKind(
    "privacy-registered-person",
    "{value!r}{where} is somebody of the people register in private.yaml",
    "take it out, and name the role",
)
PRIVACY_REGISTERED_PART = ProblemKind(
    "privacy-registered-part",
    "{value!r}{where} is a part of a name in the people register, or somebody's initials",
    _ACCEPT,
    WARNING,
)
PRIVACY_NATIONAL_INSURANCE_NUMBER = ProblemKind(
    "privacy-national-insurance-number", "{value!r}{where} is a National Insurance number", "take it out"
)
PRIVACY_CHI_NUMBER = ProblemKind("privacy-chi-number", "{value!r}{where} is a CHI number", "take it out")
PRIVACY_NHS_NUMBER = ProblemKind("privacy-nhs-number", "{value!r}{where} is an NHS number", "take it out")
PRIVACY_PHONE = ProblemKind(
    "privacy-phone",
    "{value!r}{where} is a phone number",
    "take it out; a team's number belongs under {contacts}{or_accept}",
)
PRIVACY_OFFICE_PHONE = ProblemKind(
    "privacy-office-phone",
    "{value!r}{where} may be a person's own phone",
    "put a team's number under {contacts}, or accept it with a reason, as {id}",
    WARNING,
)
PRIVACY_PERSONAL_EMAIL = ProblemKind(
    "privacy-personal-email",
    "{value!r}{where} is one person's e-mail",
    "take it out; a team's address belongs under {contacts}{or_accept}",
)
PRIVACY_EMAIL = ProblemKind(
    "privacy-email",
    "{value!r}{where} may be one person's e-mail",
    "put a team's address under {contacts}, or accept it with a reason, as {id}",
    WARNING,
)
PRIVACY_POSTCODE = ProblemKind(
    "privacy-postcode", "{value!r}{where} is a postcode, which a few households share", _ACCEPT, WARNING
)
PRIVACY_ROLE_WITH_NAME = ProblemKind(
    "privacy-role-with-name",
    "{value!r}{where} stands beside a role, and may be a person's name",
    "leave the role and take the name out; if it is nobody's, accept it with a reason, as {id}",
    WARNING,
)
PRIVACY_PERSON_NAME = ProblemKind(
    "privacy-person-name",
    "{value!r}{where} may be a person's name",
    "name the role; if it is nobody's, accept it with a reason, as {id}",
    WARNING,
)
PRIVACY_PERSON_INITIALS = ProblemKind(
    "privacy-person-initials",
    "{value!r}{where} may be a person's initials",
    "take them out; if they mean something else, add them to 'glossary', or accept them with a reason, as {id}",
    WARNING,
)
PRIVACY_HEALTH_OR_LEAVE = ProblemKind(
    "privacy-health-or-leave",
    "{value!r}{where} may tell of the health or leave of one person",
    "say that the post is not filled, and not why; if it is about nobody, accept it with a reason, as {id}",
    WARNING,
)
PRIVACY_SMALL_NUMBER = ProblemKind(
    "privacy-small-number",
    "{value!r}{where} counts so few people that they may be known",
    "write 'fewer than 10', or '{{missing: suppressed}}'; or accept it with a reason, as {id}",
    WARNING,
)
PRIVACY_SMALL_NUMBER_BY_DIFFERENCE = ProblemKind(
    "privacy-small-number-by-difference",
    "{value!r}{where} can be worked out, though it is small or suppressed",
    "leave out or round a second figure; or accept it with a reason, as {id}",
    WARNING,
)

# private.yaml
PRIVATE_ID_UNKNOWN = ProblemKind("private-id-unknown", "there is nothing with the id {value!r} in the plan", "{do}")
PRIVATE_AUTHORS = ProblemKind(
    "private-authors",
    "{value!r} has {notes} in the plan, and {authors} here",
    "give one author for each note, in the notes' order; write '-' where there is none",
)

# mkdocs.yml and content/
SETTING_UNKNOWN = ProblemKind("setting-unknown", "{key!r} is not a setting of this program", "{do}")
SETTING_FIXED = ProblemKind("setting-fixed", "{key!r} must be {wanted}", "write it so")
SETTING_RUNS = ProblemKind(
    "setting-runs",
    "{what!r} lets the command mkdocs run programs before this one can refuse the file",
    "take it out, and find out who wrote it; never run mkdocs in a folder in which plans check finds this",
)
TIMEZONE_UNKNOWN = ProblemKind("timezone-unknown", "{value!r} is not a time zone", "write one such as Europe/London")
LANGUAGE_UNKNOWN = ProblemKind("language-unknown", "the language {value!r} is not there yet", "use {known}")
PHONE_MALFORMED = ProblemKind(
    "phone-malformed",
    "{value!r} is not a phone number",
    "write digits, spaces, hyphens and brackets only; a + may stand first",
)
COLOUR_MALFORMED = ProblemKind(
    "colour-malformed",
    "{value!r} is not a colour",
    'write # and six digits or letters a to f in quotation marks, as "#00525c"',
)
ACCENT_CONTRAST = ProblemKind(
    "accent-contrast",
    "the accent {value} stands off from the page by {ratio} to 1, and text needs {least} to 1",
    "use {nearest}, the nearest darker colour that does, or a darker one",
)
CREST_LARGE = ProblemKind(
    "crest-large",
    "the crest is larger than {limit} bytes, and every reader fetches it",
    "save it smaller: 112 pixels are high enough",
)
CREST_DRAWING = ProblemKind(
    "crest-drawing",
    "{what} may not stand in a drawing that browsers open",
    "save the drawing as plain shapes, or the crest as PNG or WebP",
)
CREST_NAMELESS = ProblemKind(
    "crest-nameless",
    "the drawing does not say that it is SVG, so no browser shows it",
    'start it with <svg xmlns="{name}">, or save the crest as PNG or WebP',
)
CREST_SIZE = ProblemKind(
    "crest-size",
    "the drawing does not say in numbers how large it is",
    'give its first tag a viewBox, such as viewBox="0 0 100 80"',
)
CREST_SHAPE = ProblemKind(
    "crest-shape",
    "the crest is so long and narrow that in the header it is less than {least} pixels across",
    "cut it to the crest itself, without empty room round it",
)
CONTENT_HTML = ProblemKind("content-html", "{what} would not be published", "{do}")
CONTENT_HEADING = ProblemKind(
    "content-heading", "the page does not start with one '# ' heading", "give it one, and only one{front}"
)
CONTENT_IMAGE = ProblemKind(
    "content-image",
    "the image {value!r} has no words for people who cannot see it",
    "write them between the square brackets",
)
IMAGE_PLACE = ProblemKind(
    "image-place",
    "the image {value!r} is not one of content/images/",
    "put a copy there, and write ![what it shows](images/{name})",
)
IMAGE_NAME = ProblemKind(
    "image-name",
    "the name {value!r} cannot be an image's address",
    "use small letters, digits and hyphens, and one of {known} at the end",
)
IMAGE_OUTSIDE = ProblemKind(
    "image-outside", "this is a link that leads out of content/images/", "put a copy of the image here instead"
)
IMAGE_TYPE = ProblemKind("image-type", "this is not {wanted}", "save the image again as {wanted}")
IMAGE_DAMAGED = ProblemKind(
    "image-damaged",
    "this image is damaged or cut off, so it cannot be shown",
    "export it again from the program that made it",
)
IMAGE_ANIMATED = ProblemKind(
    "image-animated", "this image moves, which keeps some people from reading", "save one picture of it alone"
)
IMAGE_LARGE = ProblemKind(
    "image-large", "this image has more than {limit} pixels", "save it smaller: 2,000 pixels are wide enough for a page"
)
CONTENT_TABLE = ProblemKind(
    "content-table", "a table has no caption", "write it as HTML with a <caption> that says what it shows"
)
MENU_PAGE = ProblemKind(
    "menu-page",
    "the menu names {value!r}, and content/ holds no such page",
    "write the name of a file in content/ without '.md'",
)
ALIAS_PLAN = ProblemKind(
    "alias-plan",
    "this alias leads to {value!r}, and plans/ holds no such plan",
    "write the id that the plan has now",
)
ALIAS_TAKEN = ProblemKind(
    "alias-taken",
    "{value!r} is the address of a plan, a page or another alias, so nothing can lead on from it",
    "take the alias out, or give the other thing another name",
)
CONTENT_NAME = ProblemKind(
    "content-name",
    "the name {value!r} cannot be an address",
    "use small letters, digits and hyphens, and .md at the end",
)

CONTENT_OUTSIDE = ProblemKind(
    "content-outside", "this is a link that leads out of content/", "put a copy of the page here instead"
)
CONTENT_TANGLED = ProblemKind("content-tangled", "{what}, which would take too long to read", "{do}")

CONTENT_MISSING = ProblemKind(
    "content-missing",
    "the foot of every page should lead to {page}, and content/ holds no such page",
    "{do}",
    WARNING,
)
PLACEHOLDER = ProblemKind(
    "placeholder", "{value!r} {what}", "{do}; no plan but an example is published before", WARNING
)

# The finished site
LINK_DEAD = ProblemKind(
    "link-dead", "the link to {target!r} leads nowhere", "mend the page that holds it, or make the page it wants"
)
THIRD_PARTY = ProblemKind(
    "third-party",
    "the page fetches {target!r} from another site, which then learns who reads it",
    "put a copy on this site, or link to it",
)
ANCHOR_DEAD = ProblemKind("anchor-dead", "the link to {target!r} leads to a page with no such place", "mend the link")
PAGE_ID_DUPLICATE = ProblemKind(
    "page-id-duplicate", "the id {value!r} stands twice on one page", "give one of the two another id"
)
ADDRESS_DUPLICATE = ProblemKind("address-duplicate", "two pages want the address {value!r}", "rename one of them")

# Editions and their lock: the ways back
WAYS_BACK = "from a backup, from git, or with: plans recover {plan} --from FOLDER-OR-ADDRESS"
LOCK_LINE = ProblemKind(
    "lock-line",
    "this line fails: {why}",
    "{do}",
)
LOCK_MISSING = ProblemKind(
    "lock-missing",
    "{what}, and {count} of this plan {are} here: the lock is lost",
    f"leave the editions where they are, and put the lock back {WAYS_BACK}",
)
LOCK_SHORT = ProblemKind(
    "lock-short",
    "the lock ends before {names}, which {are} here: its end is lost",
    f"leave the editions where they are, and put the whole lock back {WAYS_BACK}",
)
EDITIONS_MISSING = ProblemKind(
    "editions-missing",
    "editions.lock names {count}, and there is none here",
    f"put the editions back {WAYS_BACK}",
)
EDITION_LINK = ProblemKind(
    "edition-link",
    "this is a link to another place, where it could be changed unseen",
    "put the file itself here, as it was published; plans recover {plan} --from the folder that it leads to does that",
)
EDITION_FOREIGN = ProblemKind(
    "edition-foreign",
    "these editions were published as those of {value!r}",
    "{do}",
)
LOCK_REWRITTEN = ProblemKind(
    "lock-rewritten",
    "from this line on, this lock is not the one that {witness} holds",
    f"put the published editions.lock and its editions back {WAYS_BACK}; then publish anew what was added here",
)
EDITION_AHEAD = ProblemKind(
    "edition-ahead",
    "this edition is dated {day}, and today is {today}: it is on no page yet, and none can be published before it",
    "if the date is a mistake, such as that of a wrong clock: plans withdraw {plan} --date {name}",
    WARNING,
)
PLAN_LOST = ProblemKind(
    "plan-lost",
    "there are no editions of this plan here, and {witness} holds some",
    f"put editions.lock and the editions back {WAYS_BACK}{{more}}",
)
EDITION_MISSING = ProblemKind(
    "edition-missing",
    "line {line} of editions.lock names this edition, and there is no such file",
    f"put it back {WAYS_BACK}; to take an edition back, use plans withdraw",
)
EDITION_CHANGED = ProblemKind(
    "edition-changed",
    "this edition is not what was published: its bytes differ from line {line} of editions.lock",
    f"put it back as it was {WAYS_BACK}; to correct a plan, change plan.yaml and publish a new edition",
)
EDITION_UNREADABLE = ProblemKind(
    "edition-unreadable",
    "this edition cannot be read: {why}",
    "put it back as it was published; if it is, use the newest version of the program",
)
EDITION_UNLISTED = ProblemKind(
    "edition-unlisted",
    "no line of editions.lock names this file",
    "move it to another folder, and keep it until you know what it is; only plans publish writes here",
)
EDITION_HIDDEN = ProblemKind(
    "edition-hidden",
    "a hidden file lies among the editions",
    "move it to another folder; only plans publish writes here",
    WARNING,
)
EDITION_WITHDRAWN = ProblemKind(
    "edition-withdrawn",
    "this edition was withdrawn (after line {line} of editions.lock), and its file is here again",
    "move the file out of the plan's folder: its text was taken back for a reason",
)
EDITIONS_BUSY = ProblemKind(
    "editions-busy", "another command is writing to these editions", "try again once it is done"
)
EDITIONS_UNSETTLED = ProblemKind(
    "editions-unsettled",
    "a command was stopped, and what it left cannot be put in order: {reason}",
    "let the account that runs plans write to the plan's folder, then try again",
)
LOCK_UNEXPECTED = ProblemKind(
    "lock-unexpected",
    "no line of this lock has the code {code}",
    f"compare the code with the one in the minutes; if it is right, put the published editions.lock back {WAYS_BACK}",
)

TEXT_RETURNED = ProblemKind(
    "text-returned",
    "the text that stood here was taken down on {day} ({reason}), and a text stands here again",
    "take it out, or write {mark!r} in its place; to publish another text here: plans publish {plan} --allow-again, "
    "with the reason",
)
LOCK_OLDER = ProblemKind(
    "lock-older",
    "this lock does not know of the text that was taken down on {day} ({reason}), which private.yaml lists",
    "an older copy was put back: put the newest lock and editions in its place, from a backup, from git, or with: "
    "plans recover {plan} --from FOLDER-OR-ADDRESS",
)
WORDS_RETURNED = ProblemKind(
    "words-returned",
    "this text holds words that were taken down on {day} ({reason}), which the private.yaml of {plan} lists under "
    "taken_down",
    "say it without them; if they may be public, take them out there, or: plans publish {plan} --allow-again, with the "
    "reason",
)

# A new edition
PUBLISH_FUTURE = ProblemKind(
    "publish-future", "{day} is after today, {today}", "publish on the day itself, or with the date of today"
)
PUBLISH_EARLIER = ProblemKind(
    "publish-earlier",
    "{day} is before the newest edition, of {newest}",
    "{do}",
)
PUBLISH_TWICE = ProblemKind(
    "publish-twice",
    "there is an edition of {day} already",
    "if it mends that one, add --correction; else publish on another day",
)
PUBLISH_SAME = ProblemKind(
    "publish-same",
    "this text is published already, as the edition {name}",
    "run plans build, or change the plan first",
)
PUBLISH_CORRECTION = ProblemKind(
    "publish-correction", "there is no edition of {day} to correct", "leave --correction out"
)
PUBLISH_NOTE = ProblemKind(
    "publish-note",
    "a significant edition needs a note that says what is new",
    "add --note with a sentence for the public",
)
PUBLISH_MINOR = ProblemKind(
    "publish-minor",
    "no minor edition changes this: {change}",
    "publish it with --significant, and say in --note what is new",
)
PUBLISH_PRIVATE = ProblemKind(
    "publish-private",
    "{what} holds {value!r}, which may tell of a person, and it would stay for good",
    "say it without that",
)
PUBLISH_ID_REUSED = ProblemKind(
    "publish-id-reused",
    "the id {value!r} was that of another thing, {title!r} in the edition {edition}, whose page stays for good",
    "take the id of the new thing out of plan.yaml, and let plans ids give it another",
)
PUBLISH_AGAIN = ProblemKind(
    "publish-again",
    "no text stands where one was taken down, and no words that were taken down",
    "leave --allow-again out",
)
PUBLISH_BODY = ProblemKind(
    "publish-body", "{value!r} is not one of this plan's bodies, so it cannot have approved the edition", "{do}"
)
PUBLISH_TEXT = ProblemKind(
    "publish-text", "{what} holds {character}, which no page may show", "type it again without that character"
)


def unreadable(path: Path, error: OSError) -> Problem:
    """The problem with the file or folder at `path` that `error` tells of."""
    reason = (error.strerror or str(error)).lower()
    if error.errno == errno.ENOTDIR:
        # A part of the path is no folder: that part is told.
        place = next((part for part in reversed((path, *path.parents)) if part.exists() and not part.is_dir()), path)
        values = {"reason": "a file stands where a folder is meant", "wanted": "a folder"}
        return Problem(FILE_KIND, Position(str(place)), values=values)
    if isinstance(error, OtherKindError):
        return Problem(FILE_KIND, Position(str(path)), values={"reason": reason, "wanted": "the file"})
    return Problem(FILE_UNREADABLE, Position(str(path)), values={"reason": reason})


PROBLEMS: dict[str, ProblemKind] = {
    kind.code: kind for kind in list(globals().values()) if isinstance(kind, ProblemKind)
}
