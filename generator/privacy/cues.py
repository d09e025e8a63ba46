"""What stands before or after words and tells that they are somebody's name."""

import re

CUE = re.compile(
    r"""(?ix) (?: \b(?:led|lead|chaired|managed|prepared|written|reported|owned|organi[sz]ed|signed[ ]off|co-?ordinated
      |compiled|reviewed|approved|completed|delivered|updated|supported|taken[ ]forward|overseen)
      (?:[ ]\w+ly)?[ ]by
      | \b(?:leads?|contact|authors?|owner|chair|responsible|names?|report[ ]by|by|attended|apologies|present
      |in[ ]attendance|cc|c\.c\.)[ ]?[:–-]
      | \bcontact | \bc/o | \bcc | \bc\.c\. | \bcop(?:y|ied)[ ]to | \bper | \b(?:passed|handed[ ](?:over[ ])?)[ ]?to
      | \b(?:speak|spoke|spoken|speaking|talk|talked)[ ](?:to|with) | \bthanks[ ]to | \bon[ ]behalf[ ]of
      | \bask(?:[ ]for)? | \b(?:discuss|discussed|check|checked|liaise|liaised|liaising|meet|met|meeting)[ ]with
      | \b(?:e-?mailed|phoned|telephoned|rang) | \b(?:write|wrote|written)[ ]to
      | \b(?:hear|heard|reply|response|update|feedback)[ ]from | \bdelegated[ ]to | \b(?:allocated|assigned)[ ]to
      ) [ ]+ $"""
)
CUE_LENGTH = 40
# What goes before two words that nobody knows, where they are a name. Before one it says less: "opened by Stagecoach".
PERSON_CUE = re.compile(
    r"""(?ix) (?: \b(?:asked|checked|described|drafted|explained|heard|moved|noted|opened|presented|proposed|raised|read
      |revised|run|seconded|signed|sponsored|suggested|tabled|taught|told|tracked|witnessed)(?:[ ]\w+ly)?[ ]by
      | \b(?:appoint(?:ed|s)?|congratulat(?:ed|es|ing)|named|paid[ ]tribute[ ]to|replaces|replaced[ ]by|succeeds
      |succeeded(?:[ ]by)?|thank(?:ed|ing|s)?|welcom(?:ed|es|ing))
      | \b(?:changed|handed[ ]over|moved|passed)[ ]from[ ][A-Z][\w'’-]+(?:[ ][A-Z][\w'’-]+)+[ ]to
      ) [ ]+ $"""
)
# "Alba Quist, a pupil from the school", "Alba Quist, its director"
APPOSITION = re.compile(
    r",\s(?:who\b|(?:an?|her|his|its|one of|our|the|their)\s(?:[\w’'-]+\s){0,3}(?:adviser|analyst|author|carer"
    r"|chair|clerk|co-?ordinator|convener|councillor|director|driver|engineer|head|inspector|lead|leader|manager|member|neighbour"
    r"|nurse|officer|owners?|parents?|petitioner|planner|pupil|resident|secretary|shopkeeper|solicitor|student|teacher"
    r"|tenant|trainee|tutor|volunteer|worker)s?\b)"
)
# "Alba Quist of the data team"
OF_TEAM = re.compile(r"\s\(?(?:from|in|of)\s(?:our|the)\s(?:[\w’'&-]+\s){0,3}(?:department|office|section|team|unit)\b")
# What may stand before a word that is surely a name, and as often before a body or a place.
LOOSE_CUE = re.compile(r"(?i)\b(?:awaiting|by|call|e-?mail|for|from|per|phone|ring|to|via|with)[ ]+$")
# A name that a cue goes before ends a phrase: "speak to Quist about it", and not "per Quist principles".
PHRASE_END = re.compile(
    r"\s*(?:$|[.,;:)\]/&\n]|[–-]\s)"
    r"|\s(?:about|again|and|as|at|before|by|for|from|in|next|on|or|re|regarding|this|to|when|who|with|\(|\d)"
)

_ADVERB = r"(?:also |already |both |kindly |not yet |now |since |still |then )?"
_SAY = (
    r"(?:advise|agree|amend|approach|arrange|ask|attend|audit|book|brief|bring|call|chair|chase|check|circulate|collate"
    r"|collect|come back|complete|confirm|consider|consult|contact|co-?ordinate|discuss|distribute|draft|e-?mail|ensure"
    r"|escalate|feed|finali[sz]e|find|follow|forward|investigate|invite|join|lead|liaise|look|meet|monitor|nominate"
    r"|notify|obtain|organi[sz]e|phone|prepare|present|progress|proofread|pursue|query|raise|remind|reply|report"
    r"|represent|request|resolve|respond|return|review|revise|ring|schedule|scope|see|seek|send|share|sign|source|speak"
    r"|submit|summari[sz]e|take|talk|telephone|tell|test|think|track|undertake|update|upload|verify|visit|work|write)"
)
# "To provide" and the like are said of people; "will provide" is said of things as often.
_DO = (
    r"(?:analyse|create|deliver|design|develop|explore|gather|get|give|highlight|identify|keep|let|link|make|plan"
    r"|produce|provide|publish|put|recruit|set|supply|support|train)"
)
_DOING = (
    r"(?:arranging|asking|attending|chairing|chasing|checking|circulating|collating|contacting|devising|drafting"
    r"|finali[sz]ing|following|leading|liaising|looking|meeting|organi[sz]ing|preparing|reviewing|sending|speaking"
    r"|updating|working|writing)"
)
_DONE = (
    r"(?:advised|agreed|arranged|asked|been (?:appointed|asked|invited|nominated|seconded)|chased|circulated|confirmed"
    r"|contacted|drafted|e-?mailed|had|left|met|moved|offered|prepared|raised|replied|reported|retired|sent|shared"
    r"|spoken|submitted|taken|written)"
)
_DID = (
    r"(?:advised|attended|attends|chairs|explained|leads|replied|said|says|spoke|suggested|volunteered|wrote"
    r"|(?:agreed|offered) (?:that|to|with)|asked (?:about|for|if|that|to)|confirmed (?:that|the|this|with)"
    r"|met (?:the|with)"
    r"|(?:chased|circulated|completed|drafted|e-?mailed|had|noted|phoned|prepared|presented|reported|sent|shared|took"
    r"|updated) (?:a|all|an|her|his|that|the|their|these|this)|reported (?:back|on))"
)
# "Quist and Oddly to meet": what the last one of a list does, each of them does.
_OTHERS = r"(?:(?:,\s|\s?/\s?|\s&\s|,?\sand\s)[A-Z][\w'’-]+){0,4}"
# What a person does, and hardly anything that no plan explains.
DOING = re.compile(
    rf"{_OTHERS}\s{_ADVERB}(?:to {_ADVERB}(?:{_SAY}|{_DO})|(?:is|are) to {_SAY}|(?:is|are|was) {_DOING}|{_DOING}|{_DID}"
    rf"|(?:can|could|may|must|shall|should|will|would) {_ADVERB}{_SAY}|would like"
    rf"|(?:had|has|have) {_ADVERB}{_DONE})\b(?!-)"
)
# What is said of somebody whose name is sure: "Fiona is off", "O'Neill to the fore".
ANY_DOING = re.compile(rf"{_OTHERS}\s(?:to (?!date\b|the\b)[a-z]|(?:can|could|had|has|is|may|must|was|will|would)\s)")
# Where the subject of a sentence begins.
SUBJECT = re.compile(
    r"(?i)(?:^\s*|[.!?:;,)\]–—-]\s+|[(\[\n\t•*&/“\"]\s*"
    r"|\b(?:action|after|agreed|and|as|asked|because|before|but|for|if|invited|once|or|reminded|so|that|then|until|when"
    r"|where|whether|while)\s+)$"
)
# What belongs to somebody: "Quist's report".
_THING = (
    r"(?:absence|advice|behalf|caseload|comments?|departure|draft|e-?mail|feedback|input|leave|letter|maternity|notes?"
    r"|paper|post|reply|report|response|retirement|return|secondment|successor|suggestion|team|update)"
)
THING = re.compile(rf"\s{_THING}\b")
ANY_THING = re.compile(r"\s[a-z]")
# A label's letter is no initial: "Annex A", "Vitamin D", "Plan B".
LABEL = re.compile(
    r"(?i)\b(?:annex|annexe|appendix|band|block|box|building|category|class|column|figure|floor|form|grade|group"
    r"|hepatitis|level|option|part|phase|plan|point|question|room|route|row|schedule|section|stage|step|strand|table"
    r"|team|theme|tier|type|unit|vitamin|ward|year|zone)s?\s+$"
)
# "Quist, A." and "(Quist, 3 May)"
INITIALS_AFTER = re.compile(r",\s[A-Z]\.(?:\s?[A-Z]\.)*(?=[\s,;)]|$)")
DATE_AFTER = re.compile(
    r",?\s\d{1,2}(?:[./-]\d{1,2}|(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[^()]{0,12}[)\]]"
)
