"""Hypothesis strategies for the records that the store keeps."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from citations.models import (
    Check,
    Comparison,
    FieldResult,
    Finding,
    Former,
    Identity,
    Link,
    Listing,
    Location,
    Phone,
    Sighting,
)
from citations.postal import Address
from citations.words import Decision, FindingKind, Kind, Lifecycle, PhoneRole, Reason, Status, Verdict

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
texts = st.lists(text, max_size=2).map(tuple)
degrees = st.none() | st.floats(-180, 180)
moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)
addresses = st.builds(Address, *[text] * 8)
links = st.builds(Link, text, text, texts)
listings = st.builds(
    Listing,
    url=text,
    directory=text,
    name=text,
    address=st.none() | text | addresses,
    phones=texts,
    website=text,
    link=st.none() | links,
    hours=text,
    categories=texts,
    lifecycle=st.sampled_from(Lifecycle),
    latitude=degrees,
    longitude=degrees,
    sources=st.dictionaries(text, st.tuples(text, text), max_size=2),
)
leaves = st.builds(FieldResult, st.sampled_from(Verdict), text, text, text, text)
results = st.builds(
    FieldResult,
    st.sampled_from(Verdict),
    text,
    text,
    text,
    text,
    st.dictionaries(text, leaves, max_size=2),
)
findings = st.lists(st.builds(Finding, st.sampled_from(FindingKind), text), max_size=2).map(tuple)
comparisons = st.builds(Comparison, *[results] * 5, findings)
evidence = st.lists(st.tuples(text, st.floats(-50, 50)), max_size=2).map(tuple)
identities = st.builds(Identity, st.sampled_from(Decision), st.floats(-50, 50), evidence)
checks = st.builds(
    Check,
    location=text,
    directory=text,
    status=st.sampled_from(Status),
    reason=st.none() | st.sampled_from(Reason),
    detail=text,
    url=text,
    listing=st.none() | listings,
    comparison=st.none() | comparisons,
    identity=st.none() | identities,
    candidates=st.lists(listings, max_size=2).map(tuple),
    evidence=text,
    how=text,
    checked_at=st.none() | moments,
    tried=texts,
    competitors=st.lists(st.builds(Sighting, text, listings, text, text), max_size=2).map(tuple),
)
formers = st.builds(Former, st.sampled_from(["name", "address", "phone", "website"]), text, text)
locations = st.builds(
    Location,
    id=text,
    name=text,
    address=text | addresses,
    phone=text,
    website=text,
    country=text,
    client=text,
    aliases=texts,
    street_aliases=texts,
    former=st.lists(
        st.builds(Former, st.sampled_from(["name", "address", "phone", "website"]), text, text), max_size=2
    ).map(tuple),
    phones=st.lists(st.builds(Phone, text, st.sampled_from(PhoneRole), text), max_size=2).map(tuple),
    hours=text,
    categories=texts,
    kind=st.sampled_from(Kind),
    hide_address=st.booleans(),
    listings=st.dictionaries(text, text, max_size=2),
    competitors=texts,
    latitude=degrees,
    longitude=degrees,
)
