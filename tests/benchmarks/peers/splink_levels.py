"""Splink: comparison levels per field, u from random pairs, m from the labelled ones, a tuned threshold."""

import logging
from collections.abc import Sequence
from typing import Any

from tests.benchmarks.labelled_pairs import Pair
from tests.benchmarks.peers.peer import Judge, Peer, have_spots, records, spots, tuned

SEED = 20


def learn(training: Sequence[Pair]) -> Judge:
    """A model of the training pairs, and the threshold that is best there."""
    linker = _linker(training, _settings(training))
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    labels = [_label(at) for at, pair in enumerate(training) if pair.same]
    linker.training.estimate_m_from_pairwise_labels(linker.table_management.register_table(labels, "labels"))
    model = linker.misc.save_model_to_json()
    least = tuned(_scores(training, model), training)
    return lambda pairs: [score >= least for score in _scores(pairs, model)]


def _settings(training: Sequence[Pair]) -> Any:
    import splink.comparison_library as levels  # noqa: PLC0415 - a peer that may not be there
    from splink import SettingsCreator, block_on  # noqa: PLC0415

    logging.getLogger("splink").setLevel(logging.ERROR)
    return SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=[block_on("pair")],  # the candidates are given
        comparisons=[
            levels.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.7]),
            levels.JaroWinklerAtThresholds("street", [0.95, 0.88, 0.7]),
            levels.JaroWinklerAtThresholds("city", [0.9]),
            levels.LevenshteinAtThresholds("postcode", [1]),
            levels.LevenshteinAtThresholds("phone", [1]),
            levels.ExactMatch("website"),
            *([levels.DistanceInKMAtThresholds("up", "across", [0.15, 1, 5])] if have_spots(training) else []),
        ],
    )


def _linker(pairs: Sequence[Pair], settings: Any) -> Any:
    import pandas  # noqa: PLC0415
    from splink import DuckDBAPI, Linker  # noqa: PLC0415

    database = DuckDBAPI()
    tables = [
        database.register(
            pandas.DataFrame([_row(at, pair, side) for at, pair in enumerate(pairs)]), dataset_display_name=name
        )
        for side, name in enumerate(("ours", "theirs"))
    ]
    return Linker(tables, settings, log_level=logging.ERROR)


def _row(at: int, pair: Pair, side: int) -> dict[str, object]:
    up, across = spots(pair)[side] or (None, None)
    texts = {field: text or None for field, text in records(pair)[side].items()}
    return {"unique_id": at, "pair": at, "up": up, "across": across} | texts


def _label(at: int) -> dict[str, object]:
    return {"source_dataset_l": "ours", "unique_id_l": at, "source_dataset_r": "theirs", "unique_id_r": at}


def _scores(pairs: Sequence[Pair], model: Any) -> list[float]:
    found = _linker(pairs, model).inference.predict().as_pandas_dataframe()
    weights = dict(zip(found["unique_id_l"], found["match_weight"], strict=True))
    return [float(weights[at]) for at in range(len(pairs))]


PEER = Peer("splink, levels trained on labels", "splink", learn)
