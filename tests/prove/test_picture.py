"""The concentric picture: what a reader sees at every number of circles, and what must never be drawn."""

import re
from decimal import Decimal
from importlib.resources import files
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.prove.picture import HUES, RUNGS, Arc, Centre, Circle, draw, draw_cover, draw_mini, draw_phone
from concentric.prove.picture.cover import INKS, PALETTE
from concentric.prove.picture.frame import phone_frame, spans, wide_frame

CENTRE = Centre("2021", ("4,987 条记录",), "✓ 校验一致", "7c4e91ab" * 8)
STATIC = files("concentric.pages").joinpath("static", "concentric")


def arc(no: int = 1, at: dict[str, Decimal | int | None] | None = None, base: int | None = 139, **more: object) -> Arc:
    at = {"verified": 84, "confirmed": 126, "reported": 130, "pledged": 133} if at is None else at
    return Arc(no, str(more.pop("name", "企村结对")), at, base, shown="126/139", **more)  # type: ignore[arg-type]


def drawn(*arcs: Arc, name: str = "合作") -> str:
    return draw([Circle("hz", name, arcs)], CENTRE, "zh-Hans", title="同心图", description="一个圈")


def classes(svg: str) -> list[str]:
    return [css for element in ElementTree.fromstring(svg).iter() for css in (element.get("class") or "").split()]


def tokens(selector: str) -> dict[str, str]:
    text = STATIC.joinpath("tokens.css").read_text(encoding="utf-8")
    block = text[text.index(selector) :]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block[: block.index("}")]))


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_each_strength_fills_its_own_part_of_the_arc() -> None:
    found = classes(drawn(arc()))
    assert [css for css in found if css in RUNGS] == list(RUNGS)
    assert "zero" not in found and "unknown" not in found


def test_zero_no_roster_and_no_value_are_drawn_in_three_ways() -> None:
    zero = classes(drawn(arc(at=dict.fromkeys(RUNGS, 0), base=24)))
    assert "zero" in zero and "unknown" not in zero

    no_roster = classes(drawn(arc(at={"confirmed": 5}, base=None)))
    assert "unknown" in no_roster and "zero" not in no_roster and "confirmed" not in no_roster

    no_verified = classes(drawn(arc(at={"verified": None, "confirmed": 13, "reported": 14}, base=20)))
    assert "verified" not in no_verified and "confirmed" in no_verified and "zero" not in no_verified

    nothing_known = classes(drawn(arc(at=dict.fromkeys(RUNGS), base=24)))
    assert "unknown" in nothing_known and "zero" not in nothing_known


def test_one_in_a_million_is_not_drawn_as_zero() -> None:
    found = classes(drawn(arc(at={"pledged": 1}, base=1_000_000)))
    assert "pledged" in found and "zero" not in found


def test_above_a_hundred_per_cent_the_arc_is_full_and_goes_no_further() -> None:
    full, over = (drawn(arc(at={"confirmed": n}, base=12)) for n in (12, 13))
    band = re.compile(r'class="confirmed" d="([^"]+)"')
    assert band.findall(full) == band.findall(over)


def test_an_amount_may_have_decimals_and_has_ticks_instead_of_cells() -> None:
    found = classes(drawn(arc(at={"confirmed": Decimal("655.2")}, base=1068, counts=False)))
    assert found.count("tick") == 3 and "cells" not in found


def test_cells_that_would_blur_are_left_out() -> None:
    assert "cells" in classes(drawn(arc(base=139)))
    assert "cells" not in classes(drawn(arc(base=5000)))


def test_text_and_addresses_cannot_leave_their_place() -> None:
    bad = '"><script>alert(1)</script>&'
    noisy = bad + "\x00\x1b"  # what no XML may hold is dropped
    circle = Circle("hz", noisy, (arc(name=noisy, href='/x?a=1&b="', note=bad),))
    centre = Centre(bad, (bad,), bad, bad)
    for svg in (
        draw([circle], centre, "zh-Hans", title=bad, description=bad),
        draw_phone([circle], centre, "zh-Hans", title=bad, description=bad),
        draw_mini([circle], centre, "zh-Hans", title=bad, description=bad),
        draw_cover([circle], centre, "zh-Hans", title=noisy, subtitle=bad, note=bad, issued=bad),
    ):
        root = ElementTree.fromstring(svg)
        assert not any(element.tag.endswith("script") for element in root.iter())
        assert bad in [(element.text or "") for element in root.iter()]
        assert " style=" not in svg


@pytest.mark.parametrize("href", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", ""])
def test_an_address_that_could_run_code_is_no_link(href: str) -> None:
    assert "<a " not in drawn(arc(href=href))


def test_a_relative_address_is_a_link_that_says_the_whole_label() -> None:
    svg = drawn(arc(7, href="/commitments/?programme=villages", note="录入迟 6 天"))
    assert 'href="/commitments/?programme=villages"' in svg
    assert 'aria-label="7 企村结对 126/139 录入迟 6 天"' in svg


def test_the_small_picture_is_one_image_without_links() -> None:
    svg = draw_mini([Circle("hz", "合作", (arc(href="/x"),))], CENTRE, "zh-Hans", title="图", description="述")
    assert 'role="img"' in svg and "<a " not in svg and 'class="lbl"' not in svg


def test_an_english_name_on_the_inner_ring_keeps_its_value() -> None:
    names = ("Outreach settings", "Culture sites", "Village clinics", "Bases", "Clinic teaching")
    rings = [Circle("hz", "Partner", (arc(),)), Circle("hq", "Enterprise", (arc(2),))]
    rings.append(Circle("tj", "Unity", tuple(arc(n, name=name) for n, name in enumerate(names, 3))))
    svg = draw(rings, CENTRE, "en", title="t", description="d")
    for name in names:
        assert f'<tspan class="nm" dx="5.7">{name}</tspan>' in svg
    assert svg.count('class="vl"') == 7


def test_the_phone_shows_values_and_leaves_names_out_where_one_would_not_fit() -> None:
    many = [Circle(hue, "圈", tuple(arc(n) for n in range(1, 7))) for hue in HUES[:3]]
    svg = draw_phone(many, CENTRE, "zh-Hans", title="t", description="d")
    assert 'class="nm"' not in svg and svg.count('class="no"') == 18
    few = draw_phone([Circle("hz", "合作", (arc(),))], CENTRE, "zh-Hans", title="t", description="d")
    assert few.count('class="nm"') == 1 and few.count('class="vl"') == 1


def test_numbers_on_a_phone_are_at_least_eleven_pixels_high() -> None:
    sizes = []
    for n in range(1, 6):
        svg = draw_phone(
            [Circle(hue, "圈", (arc(),)) for hue in HUES[:n]], CENTRE, "zh-Hans", title="t", description=""
        )
        sizes += [float(size) for size in re.findall(r'class="lbl" font-size="([0-9.]+)"', svg)]
    assert min(sizes) * 358 / 360 > 10.9


@pytest.mark.parametrize("frame", [wide_frame, phone_frame])
@pytest.mark.parametrize("n", range(1, 6))
def test_rings_stand_inside_one_another_and_inside_the_drawing(frame, n) -> None:  # type: ignore[no-untyped-def]
    made = frame(n)
    edges = [made.side / 2]
    for ring in made.rings:
        edges += [ring.outer + ring.lane, ring.outer, ring.inner]
    edges.append(made.disc)
    assert all(outer > inner for outer, inner in pairwise(edges))


@given(m=st.integers(1, 40), radius=st.floats(60, 340), seam=st.floats(30, 300))
def test_arcs_of_a_ring_are_equal_and_leave_the_seam_free(m: int, radius: float, seam: float) -> None:
    places = spans(m, radius, seam, 20)
    sweeps = [b - a for a, b in places]
    assert max(sweeps) - min(sweeps) < 1e-6 and min(sweeps) > 0
    assert all(b <= c for (_, b), (c, _) in pairwise(places))
    assert places[0][0] == pytest.approx(360 - places[-1][1])


values = st.none() | st.integers(0, 10**9) | st.decimals(-10, 10**6, places=4)


@given(
    rings=st.lists(
        st.lists(st.tuples(st.text(max_size=30), values, values, st.none() | st.integers(0, 10**9)), max_size=12),
        min_size=1,
        max_size=5,
    ),
    name=st.text(max_size=40),
)
def test_anything_that_can_be_counted_can_be_drawn(rings: list, name: str) -> None:
    circles = [
        Circle(
            hue,
            name,
            tuple(
                Arc(n, re.sub(r"[^\w ]", "", text), {"confirmed": one, "pledged": other}, base)
                for n, (text, one, other, base) in enumerate(arcs, 1)
            ),
        )
        for hue, arcs in zip(HUES, rings, strict=False)
    ]
    for svg in (
        draw(circles, CENTRE, "en", title=name, description=""),
        draw_phone(circles, CENTRE, "en", title=name, description=""),
        draw_cover(circles, CENTRE, "en", title=name),
    ):
        ElementTree.fromstring(svg)
        assert not re.search(r"\b(nan|inf)\b", re.sub(r">[^<]*<|aria-label=\"[^\"]*\"", "", svg))


def test_a_hue_that_has_no_colours_is_refused() -> None:
    with pytest.raises(ValueError, match="no hue"):
        Circle("red", "合作")


def test_the_cover_has_the_colours_of_the_screen() -> None:
    light = tokens(":root {")
    assert {f"{hue}-{n}": colour for hue, row in PALETTE.items() for n, colour in enumerate(row, 1)} == {
        name: colour for name, colour in light.items() if name[:2] in HUES and name[2:3] == "-"
    }
    assert {name: light[name] for name in INKS} == INKS


@pytest.mark.parametrize("selector", [":root {", ':root[data-theme="dark"]', ':root:not([data-theme="light"])'])
def test_every_hue_can_be_told_from_the_ground_and_verified_from_confirmed(selector: str) -> None:
    scheme = tokens(selector)
    for ground in ("paper", "sheet", "sunk"):
        for text in ("ink", "ink-2", "ink-3", "link", "ok", "bad", *(f"{hue}-4" for hue in HUES)):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
    for hue in HUES:
        for ground in ("paper", "sheet"):
            assert contrast(scheme[f"{hue}-3"], scheme[ground]) >= 3, (hue, ground)
        assert contrast(scheme[f"{hue}-4"], scheme[f"{hue}-3"]) >= 1.6, hue


@pytest.mark.parametrize(("selector", "least"), [(":root {", 9.0), (':root[data-theme="dark"]', 7.5)])
def test_no_two_circles_look_alike_to_any_eye(selector: str, least: float) -> None:
    # Machado, Oliveira and Fernandes 2009, severity 1: what protan, deutan and tritan eyes see, in linear RGB.
    eyes = (
        ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
        ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    )
    to_cone = (
        (0.41222147, 0.53633254, 0.05144599),
        (0.2119035, 0.6806995, 0.10739696),
        (0.08830246, 0.28171884, 0.6299787),
    )
    to_lab = (
        (0.21045426, 0.79361779, -0.00407205),
        (1.9779985, -2.42859221, 0.45059371),
        (0.02590404, 0.78277177, -0.80867577),
    )

    def times(matrix, vector):  # type: ignore[no-untyped-def]
        return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]

    def seen(colour: str, eye):  # type: ignore[no-untyped-def]
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        cones = times(to_cone, [min(1.0, max(0.0, c)) for c in times(eye, linear)])
        return times(to_lab, [c ** (1 / 3) for c in cones])

    scheme = tokens(selector)
    for eye in eyes:
        for one, other in combinations(HUES, 2):
            pair = (seen(scheme[f"{hue}-4"], eye) for hue in (one, other))
            apart = 100 * sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5
            assert apart >= least, (one, other, apart)


def test_both_dark_schemes_are_the_same() -> None:
    assert tokens(':root[data-theme="dark"]') == tokens(':root:not([data-theme="light"])')


def test_style_sheets_call_nothing_from_outside_and_know_every_hue() -> None:
    sheets = {
        entry.name: entry.read_text(encoding="utf-8") for entry in STATIC.iterdir() if entry.name.endswith(".css")
    }
    for name, text in sheets.items():
        assert "http" not in text and text.count("{") == text.count("}"), name
        for imported in re.findall(r'@import url\("([^"]+)"\)', text):
            assert imported in sheets
        defined = set(re.findall(r"--([a-z0-9-]+):", "".join(sheets.values())))
        assert set(re.findall(r"var\(--([a-z0-9-]+)", text)) - {"pic-ground"} <= defined, name
    for hue in HUES:
        for rule in (f".{hue} .verified", f".{hue} .confirmed", f".{hue} .zero", f".pic .{hue} .circle-name"):
            assert rule in sheets["picture.css"]
