"""A crest is a small image that is what its name says; a drawing holds shapes and nothing else."""

from html import unescape
from pathlib import Path

import pytest

from generator.authoring.folder import read_source
from generator.document.frame import FrameImage
from generator.errors import PlanError
from generator.site.build import build_site
from generator.site.crest import CREST_TYPES, HIGHEST, LEAST, LIMIT, WIDEST, read_crest
from tests.conftest import TODAY
from tests.council_folder import SETTINGS, files_of, write_council
from tests.pictures import exif, noise_png, picture

SHAPE = '<path fill="#5a0e2e" d="M0 0h9v9z"/>'
DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{SHAPE}</svg>'
PNG = picture("PNG", (112, 224), "RGBA")
WEBP = {"lossy": picture("WEBP", (100, 50)), "lossless": picture("WEBP", (100, 50), lossless=True)}
WEBP["extended"] = picture("WEBP", (100, 50), "RGBA", exif=exif())


def read(folder: Path, name: str, data: bytes | str):
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / name).write_bytes(data.encode() if isinstance(data, str) else data)
    try:
        return read_crest(folder / "images", name)[0], []
    except PlanError as error:
        return None, [problem.kind.code for problem in error.problems]


@pytest.mark.parametrize("kind", WEBP)
def test_webp_is_shown_in_its_proportions(tmp_path, kind):
    assert read(tmp_path, "a.webp", WEBP[kind]) == (FrameImage("crest.webp", 112, 56), [])


def test_crest_fits_into_its_room(tmp_path):
    assert read(tmp_path, "a.png", PNG) == (FrameImage("crest.png", 28, HIGHEST), [])
    wide = DRAWING.replace("20 10", "400 10")
    assert read(tmp_path, "a.svg", wide) == (FrameImage("crest.svg", WIDEST, LEAST), [])


@pytest.mark.parametrize("box", ["0 0 500 10", "0 0 10 500", "0 0 1000000 .001"])
def test_crest_that_would_be_a_line_is_refused(tmp_path, box):
    assert read(tmp_path, "a.svg", DRAWING.replace("0 0 20 10", box)) == (None, ["crest-shape"])
    assert read(tmp_path, "a.png", picture("PNG", (1, 99)))[1] == ["crest-shape"]


def sized(size: str) -> str:
    return DRAWING.replace('viewBox="0 0 20 10"', size)


@pytest.mark.parametrize(
    "size",
    [
        'viewBox="0,0,20,10"',
        ' viewBox=" -1 , +1e0 2e1 , 10 "',
        'width="20px" height="10"',
        'viewBox="0 0 .4e2 20" width="0.5em"',
        'viewBox="none" width="2" height="1"',
    ],
)
def test_drawing_says_how_large_it_is(tmp_path, size):
    assert read(tmp_path, "a.svg", sized(size)) == (FrameImage("crest.svg", 112, 56), [])


@pytest.mark.parametrize(
    "size",
    [
        "",
        'width="20"',
        'width="50mm" height="20mm"',
        'width="100%" height="100%"',
        'viewBox="0 0 20px 10px"',
        'viewBox="a b 20 10"',
        'viewBox="0 0 20"',
        'viewBox="0 0 0 10"',
        'viewBox="0 0 -20 10"',
        f'viewBox="0 0 {"9" * 400} 10"',
        f'viewBox="0 0 {"9" * 400} {"9" * 400}"',
        'viewBox="0 0 1e999 1e-999"',
        'viewBox="0 0 nan inf"',
        'viewBox="0 0 20 10" width="0" height="10"',
        'viewBox="0 0 20 10" height="0.0%"',
    ],
)
def test_drawing_without_a_size_that_browsers_can_use_is_told_so(tmp_path, size):
    assert read(tmp_path, "a.svg", sized(size)) == (None, ["crest-size"])


NAME = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    "drawing",
    [
        DRAWING.replace(f" {NAME}", ""),
        DRAWING.replace(NAME, 'xmlns="http://www.w3.org/2000/SVG"'),
        DRAWING.replace(NAME, 'xmlns:svg="http://www.w3.org/2000/svg"'),
        DRAWING.replace("svg ", "html ").replace("/svg>", "/html>"),
        DRAWING.replace("svg ", "g ").replace("/svg>", "/g>"),
    ],
)
def test_drawing_that_browsers_do_not_take_for_one_is_told_so(tmp_path, drawing):
    assert read(tmp_path, "a.svg", drawing) == (None, ["crest-nameless"])


def test_names_of_svg_may_have_any_prefix(tmp_path):
    drawing = f'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><s:g>{SHAPE}</s:g></s:svg>'
    assert read(tmp_path, "a.svg", drawing.replace("path", "s:path"))[1] == []
    linked = DRAWING.replace(SHAPE, f"{SHAPE}<use x:href='#a' xmlns:x='http://www.w3.org/1999/xlink'/>")
    assert read(tmp_path, "a.svg", linked)[1] == []
    # A prefix that nothing explains: browsers stop there.
    assert read(tmp_path, "a.svg", linked.replace("xmlns:x", "y"))[1] == ["crest-drawing"]


@pytest.mark.parametrize("suffix", CREST_TYPES)
@pytest.mark.parametrize(
    "data", [b"", b"<", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"GIF89a", b"<html/>", b"<svg>"]
)
def test_what_is_no_image_is_refused(tmp_path, suffix, data):
    assert read(tmp_path, f"a{suffix}", data)[0] is None


def test_other_kinds_of_image_are_refused(tmp_path):
    assert read(tmp_path, "a.gif", b"GIF89a")[1] == ["image-name"]
    assert read(tmp_path, "A.png", PNG)[1] == ["image-name"]


def test_large_crest_is_refused(tmp_path):
    assert read(tmp_path, "a.png", noise_png())[1] == ["crest-large"]
    assert read(tmp_path, "a.png", PNG + bytes(LIMIT))[1] == [], "what is published counts"
    remark = f"<!-- {'x' * LIMIT} -->"
    assert read(tmp_path, "a.svg", DRAWING.replace(SHAPE, remark + SHAPE))[1] == []
    assert read(tmp_path, "a.svg", DRAWING.replace(SHAPE, SHAPE * (LIMIT // len(SHAPE))))[1] == ["crest-large"]


def test_missing_crest_is_told(tmp_path):
    with pytest.raises(PlanError) as caught:
        read_crest(tmp_path, "gone.png")
    (problem,) = caught.value.problems
    assert (problem.kind.code, problem.do) == ("file-missing", "put the crest there, or take 'crest' out of mkdocs.yml")


@pytest.mark.parametrize(
    "shape",
    [
        SHAPE,
        f"<title>Arms</title><g id='a' transform='scale(2)'>{SHAPE}</g><use href='#a'/>",
        "<defs><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient></defs>"
        "<rect width='9' height='9' fill='url(#g)'/>",
    ],
)
def test_shapes_are_let_in(tmp_path, shape):
    assert read(tmp_path, "a.svg", DRAWING.replace(SHAPE, shape))[1] == []


@pytest.mark.parametrize(
    "shape",
    [
        "<script>alert(1)</script><style>a</style>",
        "<script href='#a'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<style>path { fill: url(https://x.example/a) }</style>",
        "<image href='https://x.example/a.png'/>",
        "<a href='https://x.example/'><path/></a>",
        "<text>x</text>",
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<?xml-stylesheet href='https://x.example/a.css'?>",
        "<path onload='alert(1)'/>",
        "<path ONLOAD='alert(1)'/>",
        "<path style='fill: red'/>",
        "<path fill='url(https://x.example/a#b)'/>",
        "<path fill='URL(//x.example/a)'/>",
        "<path fill='u\\72l(a)'/>",
        "<use href='https://x.example/a.svg#b'/>",
        "<use href='data:image/svg+xml,x'/>",
        "<use x:href=' javascript:alert(1)' xmlns:x='http://www.w3.org/1999/xlink'/>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>1</svg:script>",
        "<g xmlns='http://www.w3.org/1999/xhtml'/>",
        "<g xmlns=''/>",
        "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='Jo Smith'/>",
        "<i:namedview xmlns:i='http://www.inkscape.org/namespaces/inkscape'/>",
        "<g id='Jo &lt;Smith'/>",
    ],
)
def test_whatever_is_more_than_a_shape_is_refused(tmp_path, shape):
    assert set(read(tmp_path, "a.svg", DRAWING.replace(SHAPE, shape))[1]) == {"crest-drawing"}


def test_all_that_is_wrong_with_a_drawing_is_told_at_once_and_each_thing_once(tmp_path):
    shapes = "<script/>\n<script/><text onclick='x'/>"
    read(tmp_path, "a.svg", DRAWING.replace(SHAPE, shapes))
    with pytest.raises(PlanError) as caught:
        read_crest(tmp_path / "images", "a.svg")
    problems = caught.value.problems
    assert [(problem.values["what"], problem.position.line) for problem in problems] == [
        *(("<script>", 1), ("<text>", 2), ("'onclick' of <text>", 2)),
    ]


def published(folder: Path, drawing: str) -> str:
    """The drawing as it goes out."""
    read(folder, "a.svg", drawing)
    return read_crest(folder / "images", "a.svg")[1].decode()


@pytest.mark.parametrize(
    "words",
    [
        "<title>Drawn by Jo Smith</title>",
        "<desc>Drawn by Jo Smith</desc>",
        "<!-- Drawn by Jo Smith -->",
        "Drawn by Jo Smith",
        "<![CDATA[Jo Smith]]>",
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><c:by xmlns:c='c'>Jo Smith</c:by>"
        "</r:RDF></metadata>",
        "<metadata><script>Jo Smith</script><g id='Jo-Smith' onload='x'/></metadata>",
    ],
)
def test_words_of_a_drawing_do_not_go_out(tmp_path, words):
    for place in ("{}" + SHAPE, SHAPE + "{}", "<g>{}" + SHAPE + "</g>", "<path d='M0 0h9v9z' fill='#5a0e2e'>{}</path>"):
        bare = published(tmp_path, DRAWING.replace(SHAPE, place.format("")))
        assert published(tmp_path, DRAWING.replace(SHAPE, place.format(words))) == bare
        assert "Smith" not in bare
    whole = DRAWING.replace("<svg ", "<svg aria-label='Jo Smith' role='img' class='Jo Smith' id='Jo-Smith' ")
    assert published(tmp_path, f"<?xml version='1.0'?>\n<!-- Jo Smith -->\n{whole}<!-- Jo Smith -->") == f"{DRAWING}\n"


def test_shapes_of_a_drawing_stay_as_they_are(tmp_path):
    shapes = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
        '<g id="a"><path d="M0 0"/></g></defs><g transform="scale(2)"><g/>'
        '<rect width="9" height="9" fill="url(#g)"/></g><use href="#a"/>'
    )
    drawing = DRAWING.replace(SHAPE, shapes)
    assert published(tmp_path, drawing) == f"{drawing}\n"
    assert published(tmp_path, published(tmp_path, drawing)) == f"{drawing}\n"
    linked = drawing.replace(" href", " xlink:href").replace("svg ", 'svg xmlns:xlink="http://www.w3.org/1999/xlink" ')
    assert "<use xlink:href='#a'/>" in published(tmp_path, linked).replace('"', "'")


@pytest.mark.parametrize(
    "data",
    [
        f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{DRAWING}",
        f"<!DOCTYPE svg SYSTEM 'https://x.example/a.dtd'>{DRAWING}",
        DRAWING.replace("</svg>", ""),
        f"<?xml version='1.0' encoding='no-such'?>{DRAWING}",
        DRAWING.replace("d=", "d='a' d="),
    ],
)
def test_drawing_that_is_not_plain_xml_is_refused(tmp_path, data):
    assert read(tmp_path, "a.svg", data)[1] == ["crest-drawing"]


def council(folder: Path, brand: str, **images: str) -> Path:
    made = write_council(folder, settings=f"{SETTINGS}  brand: {brand}\n")
    (made / "content" / "images").mkdir()
    for name, data in images.items():
        (made / "content" / "images" / f"{name}.svg").write_text(data, "utf-8")
    return made


def test_every_page_of_a_site_shows_name_crest_and_colour(tmp_path):
    folder = council(
        tmp_path / "council", "{{name: Anytown Council, crest: arms.svg, accent: '#5a0e2e'}}", arms=DRAWING
    )
    source = read_source(folder)
    assert source.problems == ()
    build_site(source, TODAY, tmp_path / "site", jobs=1)
    files = files_of(tmp_path / "site")
    (crest,) = (name for name in files if name.startswith("assets/crest."))
    (sheet,) = (data for name, data in files.items() if name.endswith(".css"))
    assert files[crest] == f"{DRAWING}\n".encode()
    assert b"#5a0e2e" in sheet
    pages = {name: data.decode() for name, data in files.items() if name.endswith(".html")}
    for name, text in pages.items():
        root = "../" * name.count("/")
        image = f'<img class="site__crest" src="{root}{crest}" width="112" height="56" alt="">'
        header = unescape(text.split('<header class="site"')[1].split("</header>")[0])
        assert f"{image}<span>Anytown Council</span> Plans of Anytown</a>" in header, name


def test_site_without_a_brand_has_its_own_name_and_no_crest(tmp_path):
    source = read_source(write_council(tmp_path / "council"))
    build_site(source, TODAY, tmp_path / "site", jobs=1)
    files = files_of(tmp_path / "site")
    assert not [name for name in files if "crest" in name]
    assert b">Plans of Anytown</a>" in files["index.html"]


def test_faulty_crest_is_told_with_the_rest(tmp_path):
    source = read_source(council(tmp_path, "{{crest: arms.svg}}", arms="<svg/>"))
    assert [problem.kind.code for problem in source.problems] == ["crest-nameless"]
    assert source.crest is None
