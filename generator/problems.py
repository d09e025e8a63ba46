"""Every kind of problem, in one catalogue. `docs/errors.md` has a heading for each code.

A kind takes its code from its name: FILE_MISSING has the code "file-missing". Messages, `accepted:` and the files in
tests/plans/broken/ have that. `what` and `do` are format strings; the names in braces are the values that its Problem
carries.
"""

import errno
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.errors import OtherKindError, Position, Problem, ProblemKind, Severity


def error(what: str, do: str, severity: Severity = Severity.ERROR) -> ProblemKind:
    """A kind of problem that gets its code at the end of this module."""
    return ProblemKind("", what, do, severity)


warning = partial(error, severity=Severity.WARNING)
advice = partial(error, severity=Severity.ADVICE)

# The file as YAML
FILE_MISSING = error("there is no such file", "{do}")
FILE_UNREADABLE = error("this cannot be read: {reason}", "let the account that runs plans read it")
FILE_FOREIGN = error(
    "this is {kind}, and a plan is a text file",
    "keep it elsewhere, and put the text file in its place; 'plans new' makes one to start from",
)
FILE_KIND = error("{reason}", "take it away, and put {wanted} there")
FILE_ENCODING = error("the file is not UTF-8 text (byte {byte} cannot be read)", "save it as UTF-8")
FILE_TOO_LARGE = error("the file is larger than {limit} bytes", "split the plan or take out what is not part of it")
YAML_SYNTAX = error("{reason}", "{do}")
YAML_EMPTY = error("the file holds nothing", "start it with 'schema: 1'")
YAML_DOCUMENTS = error("a second document starts here", "keep one plan in a file; take '---' out")
YAML_DUPLICATE_KEY = error("{key!r} stands twice here (first on line {first})", "keep one of them")
YAML_ITEM_JOINED = error(
    "from here on, keys of the item that starts on line {first} stand a second time",
    "if another item starts here, put '- ' before {key!r}, the hyphen in column {column}",
)
YAML_KEY = error("a key must be a plain word", "put a word before the colon")
YAML_ANCHOR = error(
    "'&', '*' and '<<' references are not read",
    "write the value out where it is needed, or put it in quotation marks if it starts with the sign",
)
YAML_TAG = error("the tag {tag!r} is not read", "take it out, or put the value in quotation marks")
YAML_TAB = error("a tab stands here", "use spaces, as the lines above and below do")
YAML_TOO_DEEP = error("values are nested more than {limit} deep", "make the nesting shallower")
YAML_TOO_MANY = error("the file holds more than {limit} values", "split the plan")
YAML_STOPPED = error("reading stopped here, after {limit} problems", "mend those, then try again")
TEXT_CONTROL = error("the character {character} cannot be shown", "delete it")
TEXT_BIDI = error("the character {character} can make text read as another text", "delete it")
TEXT_PASTED = error(
    "the character {character} does not belong here; word processors put it there", "delete this word and type it again"
)
TEXT_DISGUISED = warning(
    "{value!r} is not what it looks like: it holds {character}", "delete the word and type it again"
)
TEXT_CUT = warning(
    "the text ends before {rest!r}, because # starts a comment",
    "put the text in quotation marks, or a space after # if it is a comment",
)
TEXT_QUOTATION = warning("{why}, and would be published", "write {meant}, or accept it with a reason")
TEXT_FORMULA = error(
    "this text starts with {start!r}, so a spreadsheet would take it for a formula",
    "start it with a word, as it stands in the plan's tables of open data too",
)

# The shape of a plan
KEY_UNKNOWN = error("{key!r} is not known here", "{do}")
KEY_MISSING = error("{key!r} is missing", "add it")
VALUE_EMPTY = error("{thing} has no value", "give it one, or take the line out (what follows # is not read)")
VALUE_SHAPE = error("this must be {wanted}, and is {found}", "{do}")
VALUE_CHOICE = error("{value!r} is not one of the words known here", "use {known}")
VALUE_LINES = error("this text has several lines", "write it in one line")
VALUE_PARAGRAPHS = error("this text has paragraphs", "write it as one paragraph")
VALUE_LONG = error("this text is longer than {limit} characters", "shorten it")
KEYS_MISSING = error("this has none of the keys {keys}", "add at least one of them")
KEYS_CLASH = error("{keys} cannot stand together", "take one of them out")
MISSING_RATING = error("only a rating can be 'not-yet-rated'", "write '{{missing: not-stated}}', or another reason")
MISSING_GROUND = error("it is not said why this is withheld", "write '{{missing: withheld, ground: the reason}}'")
DATE_UNREADABLE = error("{value!r} is not {wanted}", "write {example}")
DATE_OUTSIDE = error("{value!r} is not between {first} and {last}", "write the year that is meant")
NUMBER_UNREADABLE = error("{value!r} is not {wanted}", "write digits only, as {example}")
FLAG_UNREADABLE = error("{value!r} is neither yes nor no", "write yes or no")
ADDRESS_UNSAFE = error("{value!r} is not a web address we can link to", "{do}")
ID_MALFORMED = error(
    "{value!r} cannot be an id", "use small letters, digits and hyphens, a letter first, 40 at most{such}"
)
ID_RESERVED = error("the id {value!r} is kept for a page of the site", "choose another")
ID_MISSING = error("this {thing} has no id", "run 'plans ids {plan}' to give it one")
ID_LOST = error(
    "this {thing} has no id, and was {former!r} in the edition of {day}", "write 'id: {former}' as its first line"
)
ID_CHANGED = warning(
    "{value!r} was {former!r} in the edition of {day}, and its page has that address",
    "write {former!r} again, or accept it with a reason if this is another thing",
)
ID_DUPLICATE = error("the id {value!r} is taken (line {first})", "give this one another id")
SCHEMA_FIRST = error("the first key must be 'schema'", "start the file with 'schema: 1'")
SCHEMA_UNKNOWN = error("schema {value!r} is not known to this version", "use 'schema: 1'")
PLAN_FOLDER = error(
    "the plan's id is {value!r} but its folder is {folder!r}",
    "write 'id: {folder}', or rename the folder where nothing of the plan was published",
)
PRIVATE_IN_PLAN = error("{key!r} is private and this file is published", "{do}")
PERIOD_BACKWARDS = error("the period ends on {end}, before it starts on {start}", "mend one of the two")
CLOSED_BACKWARDS = error(
    "the plan was closed as at {closed}, before the day of its facts, {as_at}", "mend one of the two"
)
AS_AT_FUTURE = error("{as_at} is after today, {today}", "write the day of which the facts are true")
SUCCESSOR_MISSING = warning(
    "the plan is replaced, and it is not said by which plan", "name it under 'related_plans' with 'how: successor'"
)
FIGURE_IMPOSSIBLE = error("{numerator} out of {denominator} cannot be", "mend one of the two figures")
LANGUAGE_TAG = error("{value!r} is not the short name of a language", "write one such as en-GB, gd or pl")
EMAIL_MALFORMED = error("{value!r} is not an e-mail address", "write one such as plans@example.org")

# References inside a plan
STATUS_UNKNOWN = error("status {value!r} is not in this plan's legend", "use {known}")
BODY_UNKNOWN = error("{value!r} is not one of this plan's bodies", "{do}")
REFERENCE_UNKNOWN = error("there is no {thing} with the id {value!r}", "{do}")
REFERENCE_ITSELF = error("this {thing} names itself", "name another one, or take the line out")
KEY_ISSUE_ACTION = error(
    "{value!r} does not stand directly under the outcome of this key issue",
    "name actions of this outcome only, and no sub-actions",
)
KEY_ISSUE_TWICE = error("{value!r} is in two key issues (first on line {first})", "keep it in one of them")
COVERS_OUTSIDE = error("{value!r} is not {wanted}", "name {wanted}, or take it out")
EVENT_UNKNOWN = error("{value!r} is not one of this plan's events", "{do}")
GLOSSARY_DUPLICATE = error("{value!r} is explained twice", "keep one explanation")
GLOSSARY_ALIKE = error(
    "{value!r} and {first!r} would have one address", "make one entry of both, or write more of the word"
)
FIELD_UNKNOWN = error("{value!r} is not a field of this {thing}", "{do}")
RELATED_PLAN_UNKNOWN = warning("there is no plan {value!r} on this site", "{do}")
NUMBER_REPEATED = warning("the number {value!r} is also on line {first}", "renumber one, or accept it with a reason")
STATUS_NOT_RATED = warning(
    "this plan does not rate {level}, and this one has a status", "take the status out, or add the level to 'rated'"
)
STATUS_MISSING = warning(
    "this plan rates {level}, and this one has no status", "give it one, or write 'status: {{missing: not-yet-rated}}'"
)
LEGEND_UNORDERED = warning(
    "nobody can tell which rating is better: the tones of the legend neither rise nor fall along it",
    "add 'scale' with the ids from worst to best; until then no change of rating is called better or worse",
)
SCALE_ORDER = error("'scale' does not run from worst to best: {why}", "list each rating once, the worst first")
TIMESCALE_UNREAD = warning("{value!r} was not read as a date: {why}", "{do}")
TIMESCALE_AMBIGUOUS = error("{value!r} can be read in two ways: {why}", "write which one is meant")
ACCEPTED_UNMATCHED = warning("nothing here raises {code!r} for {thing}", "take this entry out")
ACCEPTED_CODE = error("{value!r} is not a kind of warning", "{do}")

# What a plan says of itself
TIMESCALE_UNANCHORED = warning(
    "{value!r} counts from an event, and it is not said which",
    "list the event under 'events', and name it here as 'event'",
)
DUE_BEFORE_START = warning(
    "{value!r} is over before the plan's period starts, on {start}", "mend one of the two, or accept it with a reason"
)
DUE_AFTER_END = warning(
    "{value!r} begins after the plan's period ends, on {end}", "mend one of the two, or accept it with a reason"
)
NOTE_AFTER_PLAN = warning("the note of {day} is later than {own}", "{do}")
DAY_AFTER_PLAN = warning("the day of this {thing}, {day}, is later than {own}", "{do}")
CLOSED_STATE = warning(
    "the plan is closed, and its state is {state!r}", "write 'state: ended' or 'state: replaced', or take 'closed' out"
)
ENDED_OPEN = warning(
    "the plan's state is {state!r}, and it is not closed, so dates on its pages go on passing",
    "add 'closed' with the day and the reason",
)
REVISION_UNDECIDED = warning(
    "{value!r} was moved, and it is not said who decided that", "add 'decided_by' with the body that did"
)
REVISION_SAME = warning(
    "{value!r} was moved to {after!r}, which is the same time", "mend one of the two, or take the move out"
)
DAYS_BACKWARDS = advice("{thing} of {day} stands after that of {before}", "put the oldest first")
OCCURRENCE_CONTRADICTS = warning("the state is {state!r}, and {why}", "mend one of the two")
HELD_UNREAD = warning("{value!r} was not read as a date", "write a day, or a month and a year")
UPDATE_UNREAD = warning(
    "{value!r} was not read as a length of time", "write one such as 6 months, quarterly or every two years"
)
LEAD_MISSING = warning("it is not said who leads this", "add 'leads', or write 'leads: {{missing: not-stated}}'")
TIMESCALE_MISSING = warning(
    "it is not said by when this will be done", "add 'timescales', or write 'timescales: {{missing: not-stated}}'"
)
MEASURE_MISSING = warning(
    "it is not said how we will know that this works",
    "add 'measures' here or to the outcome, or write 'measures: {{missing: not-stated}}'",
)
MEASURES_MISSING = warning(
    "of no action is it said how we will know that it works",
    "add 'measures' to actions or outcomes, or accept it with a reason",
)
LEAD_CEASED = warning("{value!r} leads this, and it {when}", "{do}, or accept it with a reason")
REPORT_CEASED = warning(
    "{value!r} names {body!r}, which {when}", "name who reports or is reported to now, or accept it with a reason"
)
SUCCESSOR_UNNAMED = advice(
    "{value!r} has ceased and still leads something, and it is not said who took over",
    "add 'succeeded_by', or accept it with a reason",
)
ACRONYM_UNEXPLAINED = warning("{value!r} is explained nowhere in this plan", "add it to 'glossary', or write it out")
SENTENCE_LONG = advice("a sentence here has {count} words", "split it: {most} words at most")
LINK_NOWHERE = warning(
    "the link to {value!r} leads nowhere for the public: {why}",
    "give the full address of a public page, or take the link out",
)
PART_UNKNOWN = error("there is no figure here with the label {value!r}", "{do}")
FIGURES_SUM = warning(
    "{parts} make {total}, and {whole!r} is {figure}: {gap}",
    "mend one of the figures, or add the part that is not here",
)
SHARE_DIFFERS = warning(
    "{numerator} out of {denominator} is {share}%, and {figure} stands here", "mend one of the three figures"
)
COUNTS_DIFFER = warning(
    "the counts of {value!r} make {total}, and {n} areas were graded", "mend one of the counts, or 'n'"
)
PERCENT_DIFFERS = warning(
    "{count} out of {n} is {right}%, and {percent} stands here", "mend one of the figures, or accept it as printed"
)
GRADE_UNKNOWN = warning("{value!r} is not one of the grades of 'scale'", "{do}")
RELATED_ACTION_UNKNOWN = warning(
    "there is no action with the id {value!r} in the plan {title!r}", "use an id of that plan, or take it out"
)
RELATED_DIFFERS = warning(
    "this mirrors {value!r}, and {differences}", "mend one of the two, or say in 'note' why they differ"
)
FINDING_UNANSWERED = advice(
    "no outcome or action answers this {found}", "name it under 'answers' of one, or accept it with a reason"
)
EVIDENCE_UNUSED = advice("nothing names this evidence", "name it under 'evidence' of what it stands behind")
BODY_UNUSED = advice("nothing names the body {value!r}", "take it out, or name it")
TERM_UNUSED = advice("{value!r} stands nowhere else in this plan", "take it out of the glossary")

# What a plan claims, and its own facts do not bear out
OVERDUE_ON_TRACK = warning(
    "this is {label!r}, and its date, {day}, has passed",
    "change the rating, or say that it is done, or record the new date and who decided it",
)
COMPLETE_OPEN = warning("this is {label!r}, and {value!r} below it is still open", "mend one of the two")
COMPLETE_UNEVIDENCED = warning(
    "this is {label!r}, and nothing is named that stands behind it",
    "name it under 'evidence', or accept it with a reason",
)
COMPLETE_FUTURE = warning(
    "this is {label!r}, and its newest note says {words!r}", "add a note that says what was done, or change the rating"
)
PROGRESS_DIFFERS = warning("this is {label!r}, and {percent}% complete", "mend one of the two")
RATING_DIFFERS = warning(
    "this is {said!r}, and the plan's rule gives {given!r}",
    "mend the rating, the progress or the date, or accept it with a reason; the page shows both",
)
RULE_UNWORKABLE = warning("the plan's rule cannot rate this without {missing}", "add it, or accept it with a reason")
CLOSURE_DIFFERS = warning("this was {done} on {day}, and is {label!r}", "mend one of the two")
OUTCOME_BETTER = warning(
    "this is {said!r}, and a part below it is {worst!r}",
    "mend one of the two, or accept it with a reason; the page shows both",
)
REVIEW_NEVER = warning(
    "this rating must be looked at again and again, and no review of it is recorded",
    "record the last one under 'review', or accept it with a reason",
)
REVIEW_OVERDUE = warning(
    "nobody has looked at this rating in time: it does not hold since {day}", "record the review, or change the rating"
)
REVIEW_UNPROVEN = warning(
    "the review of {day} found not enough evidence, and this is still {label!r}",
    "change the rating, or record a later review",
)
SUMMARY_DIFFERS = warning(
    "the printed summary says {printed}, and the actions give {found}", "mend one of the two, or accept it as printed"
)
SUMMARY_INCOMPLETE = warning(
    "the printed summary leaves out the outcome {value!r}", "add its row, or accept it as printed"
)

# What may tell of a person
_ACCEPT = "take it out; if it tells of nobody, accept it with a reason, as {id}"
PRIVACY_REGISTERED_PERSON = error(
    "{value!r}{where} is somebody of the people register in private.yaml", "take it out, and name the role"
)
PRIVACY_REGISTERED_PART = warning(
    "{value!r}{where} is a part of a name in the people register, or somebody's initials", _ACCEPT
)
PRIVACY_NATIONAL_INSURANCE_NUMBER = error("{value!r}{where} is a National Insurance number", "take it out")
PRIVACY_CHI_NUMBER = error("{value!r}{where} is a CHI number", "take it out")
PRIVACY_NHS_NUMBER = error("{value!r}{where} is an NHS number", "take it out")
PRIVACY_PHONE = error(
    "{value!r}{where} is a phone number", "take it out; a team's number belongs under {contacts}{or_accept}"
)
PRIVACY_OFFICE_PHONE = warning(
    "{value!r}{where} may be a person's own phone",
    "put a team's number under {contacts}, or accept it with a reason, as {id}",
)
PRIVACY_PERSONAL_EMAIL = error(
    "{value!r}{where} is one person's e-mail", "take it out; a team's address belongs under {contacts}{or_accept}"
)
PRIVACY_EMAIL = warning(
    "{value!r}{where} may be one person's e-mail",
    "put a team's address under {contacts}, or accept it with a reason, as {id}",
)
PRIVACY_POSTCODE = warning("{value!r}{where} is a postcode, which a few households share", _ACCEPT)
PRIVACY_ROLE_WITH_NAME = warning(
    "{value!r}{where} stands beside a role, and may be a person's name",
    "leave the role and take the name out; if it is nobody's, accept it with a reason, as {id}",
)
PRIVACY_PERSON_NAME = warning(
    "{value!r}{where} may be a person's name", "name the role; if it is nobody's, accept it with a reason, as {id}"
)
PRIVACY_PERSON_INITIALS = warning(
    "{value!r}{where} may be a person's initials",
    "take them out; if they mean something else, add them to 'glossary', or accept them with a reason, as {id}",
)
PRIVACY_HEALTH_OR_LEAVE = warning(
    "{value!r}{where} may tell of the health or leave of one person",
    "say that the post is not filled, and not why; if it is about nobody, accept it with a reason, as {id}",
)
PRIVACY_SMALL_NUMBER = warning(
    "{value!r}{where} counts so few people that they may be known",
    "write 'fewer than 10', or '{{missing: suppressed}}'; or accept it with a reason, as {id}",
)
PRIVACY_SMALL_NUMBER_BY_DIFFERENCE = warning(
    "{value!r}{where} can be worked out, though it is small or suppressed",
    "leave out or round a second figure; or accept it with a reason, as {id}",
)

# private.yaml
PRIVATE_ID_UNKNOWN = error("there is nothing with the id {value!r} in the plan", "{do}")
PRIVATE_AUTHORS = error(
    "{value!r} has {notes} in the plan, and {authors} here",
    "give one author for each note, in the notes' order; write '-' where there is none",
)

# mkdocs.yml and content/
SETTING_UNKNOWN = error("{key!r} is not a setting of this program", "{do}")
SETTING_FIXED = error("{key!r} must be {wanted}", "write it so")
SETTING_RUNS = error(
    "{what!r} lets the command mkdocs run programs before this one can refuse the file",
    "take it out, and find out who wrote it; never run mkdocs in a folder in which plans check finds this",
)
TIMEZONE_UNKNOWN = error("{value!r} is not a time zone", "write one such as Europe/London")
LANGUAGE_UNKNOWN = error("the language {value!r} is not there yet", "use {known}")
PHONE_MALFORMED = error(
    "{value!r} is not a phone number", "write digits, spaces, hyphens and brackets only; a + may stand first"
)
COLOUR_MALFORMED = error(
    "{value!r} is not a colour", 'write # and six digits or letters a to f in quotation marks, as "#00525c"'
)
ACCENT_CONTRAST = error(
    "the accent {value} stands off from the page by {ratio} to 1, and text needs {least} to 1",
    "use {nearest}, the nearest darker colour that does, or a darker one",
)
CREST_LARGE = error(
    "the crest is larger than {limit} bytes, and every reader fetches it", "save it smaller: 112 pixels are high enough"
)
CREST_DRAWING = error(
    "{what} may not stand in a drawing that browsers open",
    "save the drawing as plain shapes, or the crest as PNG or WebP",
)
CREST_NAMELESS = error(
    "the drawing does not say that it is SVG, so no browser shows it",
    'start it with <svg xmlns="{name}">, or save the crest as PNG or WebP',
)
CREST_SIZE = error(
    "the drawing does not say in numbers how large it is", 'give its first tag a viewBox, such as viewBox="0 0 100 80"'
)
CREST_SHAPE = error(
    "the crest is so long and narrow that in the header it is less than {least} pixels across",
    "cut it to the crest itself, without empty room round it",
)
CONTENT_HTML = error("{what} would not be published", "{do}")
CONTENT_HEADING = error("the page does not start with one '# ' heading", "give it one, and only one{front}")
CONTENT_IMAGE = error(
    "the image {value!r} has no words for people who cannot see it", "write them between the square brackets"
)
IMAGE_PLACE = error(
    "the image {value!r} is not one of content/images/", "put a copy there, and write ![what it shows](images/{name})"
)
IMAGE_NAME = error(
    "the name {value!r} cannot be an image's address",
    "use small letters, digits and hyphens, and one of {known} at the end",
)
IMAGE_OUTSIDE = error("this is a link that leads out of content/images/", "put a copy of the image here instead")
IMAGE_TYPE = error("this is not {wanted}", "save the image again as {wanted}")
IMAGE_DAMAGED = error(
    "this image is damaged or cut off, so it cannot be shown", "export it again from the program that made it"
)
IMAGE_ANIMATED = error("this image moves, which keeps some people from reading", "save one picture of it alone")
IMAGE_LARGE = error(
    "this image has more than {limit} pixels", "save it smaller: 2,000 pixels are wide enough for a page"
)
CONTENT_TABLE = error("a table has no caption", "write it as HTML with a <caption> that says what it shows")
MENU_PAGE = error(
    "the menu names {value!r}, and content/ holds no such page", "write the name of a file in content/ without '.md'"
)
ALIAS_PLAN = error("this alias leads to {value!r}, and plans/ holds no such plan", "write the id that the plan has now")
ALIAS_TAKEN = error(
    "{value!r} is the address of a plan, a page or another alias, so nothing can lead on from it",
    "take the alias out, or give the other thing another name",
)
CONTENT_NAME = error(
    "the name {value!r} cannot be an address", "use small letters, digits and hyphens, and .md at the end"
)

CONTENT_OUTSIDE = error("this is a link that leads out of content/", "put a copy of the page here instead")
CONTENT_TANGLED = error("{what}, which would take too long to read", "{do}")

CONTENT_MISSING = warning("the foot of every page should lead to {page}, and content/ holds no such page", "{do}")
PLACEHOLDER = warning("{value!r} {what}", "{do}; no plan but an example is published before")

# The finished site
LINK_DEAD = error("the link to {target!r} leads nowhere", "mend the page that holds it, or make the page it wants")
THIRD_PARTY = error(
    "the page fetches {target!r} from another site, which then learns who reads it",
    "put a copy on this site, or link to it",
)
ANCHOR_DEAD = error("the link to {target!r} leads to a page with no such place", "mend the link")
PAGE_ID_DUPLICATE = error("the id {value!r} stands twice on one page", "give one of the two another id")
ADDRESS_DUPLICATE = error("two pages want the address {value!r}", "rename one of them")

# Editions and their lock: the ways back
WAYS_BACK = "from a backup, from git, or with: plans recover {plan} --from FOLDER-OR-ADDRESS"
LOCK_LINE = error("this line fails: {why}", "{do}")
LOCK_MISSING = error(
    "{what}, and {count} of this plan {are} here: the lock is lost",
    f"leave the editions where they are, and put the lock back {WAYS_BACK}",
)
LOCK_SHORT = error(
    "the lock ends before {names}, which {are} here: its end is lost",
    f"leave the editions where they are, and put the whole lock back {WAYS_BACK}",
)
EDITIONS_MISSING = error("editions.lock names {count}, and there is none here", f"put the editions back {WAYS_BACK}")
EDITION_LINK = error(
    "this is a link to another place, where it could be changed unseen",
    "put the file itself here, as it was published; plans recover {plan} --from the folder that it leads to does that",
)
EDITION_FOREIGN = error("these editions were published as those of {value!r}", "{do}")
LOCK_REWRITTEN = error(
    "from this line on, this lock is not the one that {witness} holds",
    f"put the published editions.lock and its editions back {WAYS_BACK}; then publish anew what was added here",
)
EDITION_AHEAD = warning(
    "this edition is dated {day}, and today is {today}: it is on no page yet, and none can be published before it",
    "if the date is a mistake, such as that of a wrong clock: plans withdraw {plan} --date {name}",
)
PLAN_LOST = error(
    "there are no editions of this plan here, and {witness} holds some",
    f"put editions.lock and the editions back {WAYS_BACK}{{more}}",
)
EDITION_MISSING = error(
    "line {line} of editions.lock names this edition, and there is no such file",
    f"put it back {WAYS_BACK}; to take an edition back, use plans withdraw",
)
EDITION_CHANGED = error(
    "this edition is not what was published: its bytes differ from line {line} of editions.lock",
    f"put it back as it was {WAYS_BACK}; to correct a plan, change plan.yaml and publish a new edition",
)
EDITION_UNREADABLE = error(
    "this edition cannot be read: {why}",
    "put it back as it was published; if it is, use the newest version of the program",
)
EDITION_UNLISTED = error(
    "no line of editions.lock names this file",
    "move it to another folder, and keep it until you know what it is; only plans publish writes here",
)
EDITION_HIDDEN = warning(
    "a hidden file lies among the editions", "move it to another folder; only plans publish writes here"
)
EDITION_WITHDRAWN = error(
    "this edition was withdrawn (after line {line} of editions.lock), and its file is here again",
    "move the file out of the plan's folder: its text was taken back for a reason",
)
EDITIONS_BUSY = error("another command is writing to these editions", "try again once it is done")
EDITIONS_UNSETTLED = error(
    "a command was stopped, and what it left cannot be put in order: {reason}",
    "let the account that runs plans write to the plan's folder, then try again",
)
LOCK_UNEXPECTED = error(
    "no line of this lock has the code {code}",
    f"compare the code with the one in the minutes; if it is right, put the published editions.lock back {WAYS_BACK}",
)

TEXT_RETURNED = error(
    "the text that stood here was taken down on {day} ({reason}), and a text stands here again",
    "take it out, or write {mark!r} in its place; to publish another text here: plans publish {plan} --allow-again, "
    "with the reason",
)
LOCK_OLDER = error(
    "this lock does not know of the text that was taken down on {day} ({reason}), which private.yaml lists",
    "an older copy was put back: put the newest lock and editions in its place, from a backup, from git, or with: "
    "plans recover {plan} --from FOLDER-OR-ADDRESS",
)
WORDS_RETURNED = error(
    "this text holds words that were taken down on {day} ({reason}), which the private.yaml of {plan} lists under "
    "taken_down",
    "say it without them; if they may be public, take them out there, or: plans publish {plan} --allow-again, with the "
    "reason",
)

# A new edition
PUBLISH_FUTURE = error("{day} is after today, {today}", "publish on the day itself, or with the date of today")
PUBLISH_EARLIER = error("{day} is before the newest edition, of {newest}", "{do}")
PUBLISH_TWICE = error(
    "there is an edition of {day} already", "if it mends that one, add --correction; else publish on another day"
)
PUBLISH_SAME = error(
    "this text is published already, as the edition {name}", "run plans build, or change the plan first"
)
PUBLISH_CORRECTION = error("there is no edition of {day} to correct", "leave --correction out")
PUBLISH_NOTE = error(
    "a significant edition needs a note that says what is new", "add --note with a sentence for the public"
)
PUBLISH_MINOR = error(
    "no minor edition changes this: {change}", "publish it with --significant, and say in --note what is new"
)
PUBLISH_PRIVATE = error(
    "{what} holds {value!r}, which may tell of a person, and it would stay for good", "say it without that"
)
PUBLISH_ID_REUSED = error(
    "the id {value!r} was that of another thing, {title!r} in the edition {edition}, whose page stays for good",
    "take the id of the new thing out of plan.yaml, and let plans ids give it another",
)
PUBLISH_AGAIN = error(
    "no text stands where one was taken down, and no words that were taken down", "leave --allow-again out"
)
PUBLISH_BODY = error("{value!r} is not one of this plan's bodies, so it cannot have approved the edition", "{do}")
PUBLISH_TEXT = error("{what} holds {character}, which no page may show", "type it again without that character")


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


PROBLEMS: dict[str, ProblemKind] = {}
for _name, _kind in list(globals().items()):
    if isinstance(_kind, ProblemKind):
        _code = _name.lower().replace("_", "-")
        PROBLEMS[_code] = globals()[_name] = replace(_kind, code=_code)
