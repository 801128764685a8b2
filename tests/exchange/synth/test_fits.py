"""How the example city was paired by hand: everybody once, the best first, by the book's own rules."""

from __future__ import annotations

from collections import Counter
from statistics import mean

from concentric.exchange.synth.cast import cast
from concentric.exchange.synth.fits import Fits
from concentric.exchange.synth.last_year import pairs_of_last_year
from concentric.exchange.synth.pairings import pairings


def test_pairs_made_by_hand_fit_far_better_than_chance() -> None:
    for seed in (2021, 5):
        everybody = cast(seed)
        fits = Fits(seed, everybody)
        before = pairs_of_last_year(seed, everybody, fits)
        made = [one for one in pairings(seed, everybody, fits, before) if one.village_agreed is not None]
        agreed = [(one.supporter, one.recipient) for one in made]
        assert len(set(agreed)) == 158 and not set(agreed) & set(before) and len(set(before)) == 34
        assert len({one for one, _ in agreed}) == 120 and len({other for _, other in agreed}) == 126
        assert max(Counter(other for _, other in agreed).values()) == 2
        assert mean(fits.points[edge] for edge in agreed) > 1.3 * mean(fits.points.values())
        helped = [one for one in made if fits.met((one.supporter, one.recipient))]
        assert len(helped) > 100
        for one in helped:
            assert set(one.help_types.split(",")) == set(fits.met((one.supporter, one.recipient)))


def test_a_pair_is_worth_what_its_two_sides_say() -> None:
    everybody = cast(2021)
    fits = Fits(2021, everybody)
    (supporter, village), points = max(fits.points.items(), key=lambda one: one[1])
    assert fits.met((supporter, village)) and points > 5_000
    assert fits.best([(supporter, village), ("S001", village)])[0] == (supporter, village) or supporter == "S001"
