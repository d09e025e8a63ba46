"""Invented plan files to edit: one that lacks ids, one with private values in it, one in every style."""

from pathlib import Path

from generator.plan.yaml_tree import plain_data, read_tree

WITHOUT_IDS = """\
# A comment first
schema: 1
id: anytown
title: A   # spaces stay
publisher: B
outcomes:
  - # the first outcome
    number: "1"
    title: Everybody’s safe
    key_issues:
      - title: Something
        actions: [a-1-11]
    measures:
      - {text: how many, unit: x}
    actions:
    -   number: "1.11"
        title: no
        measures:
        - text: first
        - {
            text: second
          }
        sub_actions: [{title: "Élan: a long title that goes on and on and on"}, { id: , title: q }]
    - title: w
      id:   # none yet
findings: [{kind: recommendation, title: t}]
evidence:
  - title: An audit
risks:
  - name: Not enough staff
decisions:
  - text: agreed
    kind: agreed
reports:
  - what: x
bodies:
  - name: Anytown Council
  - name: "1st"
"""
PRIVATE = """\
schema: 1
id: anytown
title: A
publisher: B
people:   # who
  - name: Ann Example
    initials: AE
  - Bob Example
internal: about the whole plan
# Outcomes come here
outcomes:
  - id: o-1
    title: Safe
    internal: phoned AE  # she was cross
    measures:
      - {id: m-1-1, text: how many, internal: guessed}
    actions:
      - id: a-1-1
        title: Do it
        notes:
        - author: AE
          text: hello
        - text: |
            more # not a comment
            lines

          author: "BE"   # second

        # a comment that stays
        - text: no author
        - {text: x, author: AE}
        - { author: BE, text: y }
        - author: AE
          # about the text
          text: z
        internal:
          - text: |  # why
              two
              lines
            date: 2019-03-01
            # inner
          - plain text
        title2: last
"""

# One file in every style that a plan file may have.
EVERY_STYLE = """\
# A comment of the file
schema: 1   # the shape
id: anytown

title: 'It''s a title'
quoted: "a \\"double\\" one: with a colon"   # and a comment
long: a text without quotation marks
  that goes on   # to here
longer: 'one
  that is quoted'
# about the block
block: |  # why
  first # no comment

    further in
  last

folded: >-
  words that are folded
  onto two lines

  and a second paragraph
kept: |+
  with what follows

indented: |2
   one space more
# about the list
list:   # of the list
  # of its first item
  - one   # of one
  - "two"
  -   three
  # before four
  - 'four'
    # below four
tight:
- a
- b: c
  d: e
-
  # on its own line
  f: g
- - nested
  - - deeper
    - x
  - [in, brackets]
flow: [a, "b, c", 'd', {e: f, g: [h]}, pair: x]
spread: [
    one,   # of one
    two
  ]
mapping: { k: v, "l": , m, n: {o: p} }
empty:
nothing: []
none: {}
unicode: Gàidhlig 😀 👩\u200d💻
deep:
    four:
        spaces:
          - {text: x, at: y}

          - text: z
            at: "1"
"""


def held(path: Path):
    tree = read_tree(path.read_bytes(), str(path))
    assert not tree.problems
    return plain_data(tree.root)
