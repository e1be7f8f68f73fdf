"""Official APIs that directory files name: what each is asked for a location, and what its answer says.

Written to their public documentation and to public clients of them; none has been asked live (docs/apis.md).
"""
