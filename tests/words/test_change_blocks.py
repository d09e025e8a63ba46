"""The changes of an update on a page: what went and came is marked, and of many the first stand."""

from generator.document.blocks import Added, ChangeItem, Changes, Removed, Text
from generator.document.refs import Places, Ref, There
from generator.words.change_blocks import change_blocks, first_changes
from generator.words.view import Update
from generator.words.whereabouts import whereabouts
from tests.change_samples import ACTION, made, view_of


def texts_of(old, new):
    """The texts of the one change from `old` to `new`, both of an action's text."""
    update = Update(view_of(made({f"{ACTION}.text": old})), view_of(made({f"{ACTION}.text": new})))
    ((item,),) = (group.items for group in change_blocks(update))
    return item.texts


def test_words_that_went_and_came_are_marked_for_who_sees_no_line():
    assert texts_of("Ask each child", "Ask every child") == (
        (Text("Ask"), Removed(" each", "taken out:"), Added(" every", "put in:"), Text(" child")),
    )


def test_texts_with_hardly_a_word_in_common_stand_one_after_the_other():
    assert texts_of("Ask each child", "Nobody needs this any more") == (
        (Text("Before:", is_strong=True), Text(" Ask each child")),
        (Text("After:", is_strong=True), Text(" Nobody needs this any more")),
    )


def test_sentence_stands_with_a_link_to_its_thing():
    update = Update(view_of(made({})), view_of(made({f"{ACTION}.status": "red"})))
    ((item,),) = (group.items for group in change_blocks(update))
    sentence, link = item.sentence
    assert (sentence.text, link.text, link.to) == (
        "1.1 rating: worse, from Amber to Red",
        "1.1 Ask children",
        Ref("action", "a-1", "anytown"),
    )
    assert Places({"anytown": whereabouts(update.new)}).destination(link.to) == There("anytown/actions/a-1/")


def test_first_changes_are_sentences_of_the_worst_news():
    def group(label, count):
        return Changes(label, tuple(ChangeItem((Text(f"{label} {place}"),), ((Text("x"),),)) for place in range(count)))

    shown = first_changes((group("Worse", 2), group("Better", 3), group("Other", 1)), 4)
    assert [(part.label, len(part.items)) for part in shown] == [("Worse", 2), ("Better", 2)]
    assert {item.texts for part in shown for item in part.items} == {()}
