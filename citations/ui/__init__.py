"""The web view: one file per page, and what the pages share.

`frame` begins every page, `data` reads the store, `signs` says what a check or a verdict is called,
`html` is the only way by which text reaches the screen as HTML, and it escapes.
"""
