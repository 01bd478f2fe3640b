"""How pages lay their entries out: one module a layout."""
