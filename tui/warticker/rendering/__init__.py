"""An entry as text with emphasis, for every front end.

The result is a rich `Text` whose spans have names of styles (`composer.STYLES`), not colours: a front end decides
what each looks like. Text from outside is never parsed as markup.
"""
