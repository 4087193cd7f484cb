"""Fixes of drivers: texts that the cases share."""

OWN = {
    "select": ["ALL"],
    "dialects": {
        "plugins": {
            "extends": "driver",
            "declaration": "plugin.",
            "label": "key",
            "feature-prefix": "",
            "entry-prefixes": [""],
            "note-prefixes": ["about-"],
            "strict": False,
            "levels": {"yes": "implemented", "no": "missing", "unheard": "unknown"},
        }
    },
}
