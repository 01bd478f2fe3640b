"""An entry as text with emphasis, for every front end.

What comes out is a rich `Text` whose spans carry names of styles (`composer.STYLES`), not colours: a front end says
what each looks like. Text from outside is never parsed as markup.
"""
