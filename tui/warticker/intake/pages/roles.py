"""The role of each line of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from warticker.intake.markup.tree import Tree


@dataclass(slots=True)
class Roles:
    """The role of each line of a page."""

    taken: list[str] = field(default_factory=list)

    def dropped(self, tree: Tree) -> tuple[str, ...]:
        """The lines without a role."""
        return tuple(
            block.text for block, role in zip(tree.blocks, self.taken, strict=True) if role.startswith("dropped")
        )

    def told(self, tree: Tree) -> tuple[tuple[str, str], ...]:
        """Each line with its role."""
        return tuple((role, block.text) for block, role in zip(tree.blocks, self.taken, strict=True))


def roles_of(tree: Tree) -> Roles:
    """No roles yet."""
    return Roles([f"dropped: {kind}" if kind else "dropped" for kind in tree.furniture])
