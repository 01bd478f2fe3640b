"""What each line of a page was taken for."""

from __future__ import annotations

from dataclasses import dataclass, field

from warticker.intake.markup.tree import Tree


@dataclass(slots=True)
class Roles:
    """What each line of a page was taken for."""

    taken: list[str] = field(default_factory=list)

    def dropped(self, tree: Tree) -> tuple[str, ...]:
        """The lines that were taken for nothing."""
        return tuple(
            block.text for block, role in zip(tree.blocks, self.taken, strict=True) if role.startswith("dropped")
        )

    def told(self, tree: Tree) -> tuple[tuple[str, str], ...]:
        """Each line with what it was taken for."""
        return tuple((role, block.text) for block, role in zip(tree.blocks, self.taken, strict=True))


def roles_of(tree: Tree) -> Roles:
    """Nothing taken yet."""
    return Roles([f"dropped: {kind}" if kind else "dropped" for kind in tree.furniture])
