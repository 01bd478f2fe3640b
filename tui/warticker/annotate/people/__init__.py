"""Persons that a document names, and the offices beside their names.

`mentions` finds them by a given name, an office or what follows (`full_names`: how far a name goes), `last_names` tells
whom a last name alone means in the document, `offices` reads what stands beside a name, and `office_holders` who may be
meant by an office alone.
"""
