"""Changes to a plan's files in place. What is not meant to change does not, by a byte: comments, layout, line ends."""

from generator.authoring.editor.files import replace_file
from generator.authoring.editor.ids import PREFIXES, GivenId, give_ids, id_from
from generator.authoring.editor.places import EditError
from generator.authoring.editor.private import PRIVATE_KEYS, add_taken_down, move_private
from generator.authoring.editor.private_file import MovedValue

__all__ = [
    "PREFIXES",
    "PRIVATE_KEYS",
    "EditError",
    "GivenId",
    "MovedValue",
    "add_taken_down",
    "give_ids",
    "id_from",
    "move_private",
    "replace_file",
]
