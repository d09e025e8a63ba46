"""What differs between two editions of a plan: typed changes by id, never found by comparing pages."""

from generator.diff.change import Change, Named
from generator.diff.change_kinds import BY_KIND, IN_SUMMARY, GroupKind, Sentence
from generator.diff.direction import is_settled
from generator.diff.facts import diff_facts
from generator.diff.frequency import is_less_often
from generator.diff.passages import Segment, word_changes
from generator.diff.plans import diff_plans, one_by_one
from generator.diff.significant import significant_changes
from generator.diff.visible import other_ids, visible_changes
