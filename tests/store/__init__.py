"""The store: records, questions, survival."""
