"""Contrast is as WCAG defines it, and a colour that is too weak leads to the nearest one that is not."""

from colorsys import rgb_to_hsv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.council.contrast import TEXT, contrast, darkened, least_contrast, lightened, shown

LIGHT, DARK = ("#ffffff", "#f0f6f6"), ("#101c1f", "#18282c")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def parts(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#595959", "#ffffff", 7.0)],
)
def test_contrast_is_as_wcag_defines_it(colour, ground, ratio):
    assert contrast(colour, ground) == pytest.approx(ratio, abs=0.01)
    assert contrast(ground, colour) == contrast(colour, ground)


@pytest.mark.parametrize(("ratio", "words"), [(6.999, "6.9"), (7.0, "7.0"), (21, "21.0"), (1, "1.0")])
def test_ratio_is_cut_off_and_not_rounded(ratio, words):
    assert shown(ratio) == words


@given(colours)
def test_darker_colour_passes_and_the_one_before_it_does_not(colour):
    found = darkened(colour, LIGHT)
    assert least_contrast(found, LIGHT) >= TEXT
    if found != colour:
        assert least_contrast(colour, LIGHT) < TEXT
        assert all(dark <= light for dark, light in zip(parts(found), parts(colour), strict=True))
        # Half a step lighter in each part and it would fail: it is the nearest.
        lighter = "#" + "".join(f"{min(255, round(part * 255 * 1.03) + 1):02x}" for part in parts(found))
        assert least_contrast(lighter, LIGHT) < TEXT


@given(colours)
def test_lighter_colour_passes_on_dark(colour):
    found = lightened(colour, DARK)
    assert least_contrast(found, DARK) >= TEXT
    assert found == colour or least_contrast(colour, DARK) < TEXT
    assert all(light >= dark for light, dark in zip(parts(found), parts(colour), strict=True))


@pytest.mark.parametrize("colour", ["#e30613", "#00a651", "#0072ce", "#8031a7", "#f9a01b"])
def test_hue_stays(colour):
    hue = rgb_to_hsv(*parts(colour))[0]
    for found in (darkened(colour, LIGHT), lightened(colour, DARK)):
        assert rgb_to_hsv(*parts(found))[0] == pytest.approx(hue, abs=0.01)


@pytest.mark.parametrize("make", [darkened, lightened])
def test_colour_that_passes_stays(make):
    assert make("#00525c", LIGHT) == "#00525c" if make is darkened else make("#7fd3d6", DARK) == "#7fd3d6"
