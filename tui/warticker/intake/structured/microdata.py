"""Reports that a page tells machines in its elements' attributes alone (microdata): posts like JSON-LD's."""

from __future__ import annotations

from warticker.intake.isotimes import moment
from warticker.intake.markup.fragments import line, passages
from warticker.intake.markup.tree import Tree
from warticker.intake.posts import Post, tidied
from warticker.intake.structured.liveblog import LiveBlog

_FEWEST = 2
"""How many reports make a live blog."""


def find(tree: Tree, base: str | None) -> LiveBlog | None:
    """The reports whose texts are told to machines and shown nowhere, each with its moment; None for a lone one."""
    told = {mark.node: mark.value for mark in reversed(tree.marks) if mark.value}
    posts = tuple(
        tidied(Post(line(node.headline, base), passages(node.body, base), moment(told[number]), node.address))
        for number, node in enumerate(tree.nodes)
        if node.body and number in told and node.first == node.end
    )
    return LiveBlog({}, posts, len(posts)) if len(posts) >= _FEWEST else None
