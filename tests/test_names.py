"""No person whom the source documents name is named here: in no file of the project, and in no page that it builds.

The surnames and initials of officers in the documents are kept as salted hashes only, so that this file names nobody.
A hash of two letters can be guessed by trying all; it keeps initials out of a search, no more.
"""

import gzip
import hashlib
import os
import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = Path(os.environ.get("PLAN_SOURCES", ROOT.parent / "shared" / "sources"))
SALT = "a1f6c2d94e70"
SURNAMES = frozenset(
    {
        "0209cab77bf585873b07faf0d0fed92b6715a611eb3d52f3c00e041d704e984e",
        "0c1df1664b4eca87cddec60089dd81607458766e4b3e51ab899f45151dbce653",
        "0e554c839ec280dbaa56366a734c8f7009ffd62df2726beaf4609b4a06555e9a",
        "1684c7c3aa373b49208b17605ca3a7367b5a09ae902b752d096d830831e93d17",
        "18df88e94d85c83ab569e837219bee9d72373a1398114392b8182c8f2dac9922",
        "2d6cbe5b9742d88cb06ad225c4cc2cbb64a8142b15bb328cd3e146d7493a0f77",
        "323ca30aca857fe4837d707a00f61a6bde569ca9ee6c04f231778c5f8381d2f7",
        "42f54f0d7bfd793c890dc21fb6448d118bab62b206f49fd5b6444bd49c43fee5",
        "5c477283911e190fff792084d3b7a2b9fadc986f91f617ea75adc4529a6ebd0b",
        "62e903781fce080b33bd7258da4e4331a4ec28546c802550a76e8eb08a20c86f",
        "69196c34a4f69533cb4515616af87c46f79ed50822c9e42fced703d9f407e40e",
        "6971910b997cacdcfc62e85ddb44112c79a5c30274a8a81bdd553eedebb5a22e",
        "7bfcd70ecbcd6c0e6005bc1d82cda52e8a465fbd275f62d9226006b30bae916c",
        "8250c3bc56e59fc62ef6789f01991e5a4d166a1f8ebce16f260690bd3329582a",
        "8584cbf0504c53e0c1256dde903d60c3a881609371df701644968dd2a7663996",
        "87541a7f1adf90704ae482d7a76e398859186530ef0125b30231054506b40fb4",
        "9ebf4fda44717bcceb0bbcf66c8e873e039819d8fde070ba902be6db5bbcdbc7",
        "a45dc2cd3098a3ca710bf033671923d3d4575d0be4354844928e036bdc038374",
        "b3c2713eabb603b0c9e59e6ec3f1b42497dfb37612a98d6e4451d2815b7b47da",
        "bcd76aff99410254e69af6cfb9ae98ea840c1574794314a1effb19eda6e70769",
        "c2d29de92f7ef1bfd311b6b0f5d0a5dd2b0e534c65aeda968cfe5ded328d8a83",
        "d6296adbedb94b6002231ac940da71ceada539a97dcf9fc1d0032366b7118d35",
        "d83250133eb0528d55d24afe39c0858c7c22faa61c94645b67fde1b6b0a97931",
        "db4681b42f54c312fd98d07f97dfbeac9cd2585a09fe2fdc2456146a13550b42",
        "db946507ce1c89f19115f5a56fd5e0812b5a688d1d25741f0471d1315c467044",
        "e01caed0512363dc19397893f9b3f98cb2bda0434dd3594ad15e621e30b21c4d",
        "e09c7c1af256b146b7011e1de36193e321e7fd39d29edb7e6f812343ef8c4121",
    }
)
INITIALS = frozenset(
    {
        "0d2b25cc5c0bbb4ed156096d63094a44286109978797ef58005c67cb639d670d",
        "25b97d1cf99386f6342b7a54b0100fa977307167a2a22bb429d5ea1482cee231",
        "2d12fe0ce5acf356ab7325241492c08d0147e3faa6cdc8f8fcb490c29fe80172",
        "4958c44e0da42148117acc7ba3c8a9e336f87b527b92e38c8515c42b7984bdc9",
        "4f59a4358d2ee580e17fe448319f285ce8365b10a3fbfed50f7faf6f35ceb9b3",
        "60e9e2f3f1eec8ef13a483b7adf638d1cee02257cb439d3718d7492b10192384",
        "63c04928c70fc289fc890383fe53a68a1d1034d4d123a19d9ce3b31de869c721",
        "81cdb88ae2edcc9e8d3566b4f530db780fd98ca52977f95013b93ca6252c836a",
        "9a9eed1230dad1d912eb81bac40b77ed50d41b38f9b7ddafda1100255adb8102",
        "bb6afd7c33d34cd31e89e11b6dc5ac19104311513543802de6d772a458e9d219",
        "beb718d9bbba452967189555428e8e48c2ea0fdbc858bbade74a629fc97d4ee7",
        "ce0b4a82703ae8de065490bf791fcd4875ff557ee9efaf5899392ede2c92fd06",
        "db19c37b054975564355f55d84fb583e4487480b8ae37086df51ce588649afa1",
        "db1b07d2d4db27e82a70044d4e86d48843b25cce9525f489f8d411f438be850c",
        "f2ccf8791ffb3856a1cdfb4dbb2e901b19c10c1cadba2896c7d3ca11ec886a24",
        "f3fe1e34c67e33abfa6a3b3df7c0a57f54af256524aed01d76499daee17789ec",
        "f66d12a1517139fb139a19d3acb634cfa99601490482e071a2e3644ff97bc500",
    }
)

# A surname starts with a capital letter; initials are two capital letters that stand alone.
SURNAME = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}")
INITIAL = re.compile(r"(?<![A-Za-z0-9_])[A-Z]{2}(?![A-Za-z0-9_])")
# Checksums in locks hold every pair of letters sooner or later, and a licence is given "AS IS".
NO_WORDS = re.compile(r'"integrity": "[^"]*"|--hash=\S+|"AS IS"')
FEWEST_SURNAMES, FEWEST_AUTHORS = 5, 9
# What the search lists are words of its fragments.
BINARY = {".png", ".jpg", ".gif", ".ico", ".woff2", ".pdf", ".pagefind", ".pf_index", ".pf_meta"}
PACKED = ".pf_fragment"


@cache
def hashed(kind: str, word: str) -> str:
    return hashlib.sha256(f"{SALT}:{kind}:{word}".encode()).hexdigest()


def named(text: str) -> set[str]:
    """The surnames and initials of the list that stand in `text`."""
    plain = unescape(NO_WORDS.sub("", text))
    surnames = {word for word in set(SURNAME.findall(plain)) if hashed("surname", word.casefold()) in SURNAMES}
    return surnames | {word for word in set(INITIAL.findall(plain)) if hashed("initials", word) in INITIALS}


def texts(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if path.suffix not in BINARY and path.is_file():
            yield from ((path, data.decode("utf-8", "replace")) for data in unpacked(path))


def unpacked(path: Path) -> Iterator[bytes]:
    """What the file holds: of an archive each of its files."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    else:
        data = path.read_bytes()
        yield gzip.decompress(data) if path.suffix == PACKED else data


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_of_the_project_names_a_person_of_the_sources():
    found = {str(path.relative_to(ROOT)): names for path, text in texts(tracked()) if (names := named(text))}
    assert found == {}


def test_no_built_file_names_a_person_of_the_sources(site):
    paths = [path for path in site.rglob("*") if path.is_file()]
    assert len(paths) > len(list((ROOT / "plans").iterdir()))
    assert {str(path.relative_to(site)): names for path, text in texts(paths) if (names := named(text))} == {}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the project")
def test_list_holds_who_owns_an_action_and_who_wrote_a_note_in_the_sources():
    text = "\n".join(path.read_text("utf-8") for path in sorted(SOURCES.glob("*.txt")))
    owners = re.findall(
        r"\t(?:[A-Z][a-z]+ )([A-Z][A-Za-z]+)(?:; (?:[A-Z][a-z]+ )([A-Z][A-Za-z]+))?\t\d\d?-[A-Z][a-z]{2}-\d{4}", text
    )
    surnames = {name for pair in owners for name in pair if name}
    # Two letters in brackets close a note; after the last full stop of a cell they do too.
    authors = set(re.findall(r"\(([A-Z]{2})\)", text)) | set(re.findall(r"[.a-z] ([A-Z]{2})(?:</p>|\t)", text))
    assert len(surnames) > FEWEST_SURNAMES
    assert len(authors) > FEWEST_AUTHORS
    assert {name for name in surnames if hashed("surname", name.casefold()) not in SURNAMES} == set()
    assert {name for name in authors if hashed("initials", name) not in INITIALS} == set()


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the project")
def test_list_finds_names_where_they_stand():
    (report,) = SOURCES.glob("001_*.txt")
    assert len(named(report.read_text("utf-8"))) > len(SURNAMES)
