"""MkDocs as the engine: for one unit, with a configuration in memory, or for a whole site by hand.

MkDocs' own reading of pages is left out where it would change or lose one: it takes what looks like front matter off
a page's start, hides files called templates, README or .x, follows links in Markdown only, fails on "<![x[" and on
"[x](http://[)", and reads each page a second time for its anchors (a quarter of the time).
"""

import logging
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from generator.council.theme import Theme
from generator.document.frame import StagedPage, page_file
from generator.engine import finished, page_bytes, staged_html, template_names
from generator.errors import PlanError
from generator.render.markdown import Environment, environment


class UnitPage(Page):
    """A page whose Markdown is in memory, read by both engines' own converter."""

    def __init__(self, staged: StagedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.staged = staged

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = self.staged.markdown, {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = staged_html(self.staged)
        self.toc = get_toc([])


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin takes no options in mkdocs.yml; the site's settings are elsewhere."""


class SitePlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """What makes MkDocs build our pages and nothing else.

    A subclass says which pages there are, and may finish the site once they stand.
    """

    pages: Sequence[StagedPage] = ()
    theme: Theme

    def stage(self, config_file: Path) -> tuple[Sequence[StagedPage], Theme]:
        """The site's pages, and the theme that they are shown in."""
        raise NotImplementedError

    def begin(self, site_dir: Path) -> Path:
        """The folder into which MkDocs writes the site that belongs into `site_dir`. MkDocs empties it first."""
        return site_dir

    def finish(self, config_file: Path, site_dir: Path) -> Path:
        """Add what a finished site needs besides its pages, and return the folder in which it stands then."""
        return site_dir

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        with _problems_in_words():
            self.pages, self.theme = self.stage(Path(config.config_file_path))
            config.site_dir = str(self.begin(Path(config.site_dir)))
        config.nav = []
        config.use_directory_urls = True
        config.extra_templates = []
        config.theme.dirs.insert(0, str(self.theme.folder))
        # Material's 404.html and MkDocs' sitemap.xml: we write our own.
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Our pages alone: no file of content/ or of a theme reaches the site by itself."""
        return Files(_file(page, config) for page in self.pages)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Our own environment over MkDocs' folders: the one escape, and the same white space in both engines."""
        return environment([Path(folder) for folder in config.theme.dirs])

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        assert isinstance(page, UnitPage)
        content, page.content = page.content or "", None
        return cast(TemplateContext, template_names(page.staged, content, self.theme))

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return finished(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        with _problems_in_words():
            config.site_dir = str(self.finish(Path(config.config_file_path), Path(config.site_dir)))


class UnitPlugin(SitePlugin):  # type: ignore[no-untyped-call]
    """The plugin of one unit's build: its pages come from memory and go back there."""

    def __init__(self, pages: Sequence[StagedPage], theme: Theme) -> None:
        self.staged, self.shell = pages, theme
        self.rendered: dict[str, bytes] = {}

    def stage(self, config_file: Path) -> tuple[Sequence[StagedPage], Theme]:
        return self.staged, self.shell

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        assert isinstance(page, UnitPage)
        self.rendered[page.staged.address] = page_bytes(finished(output))
        return ""  # MkDocs then writes no file


class MkDocsEngine:
    """Renders staged pages in one MkDocs build."""

    def render_unit(self, pages: Sequence[StagedPage], theme: Theme) -> dict[str, bytes]:
        """Each page's HTML by its address."""
        plugin = UnitPlugin(pages, theme)
        with tempfile.TemporaryDirectory() as folder, _warnings_only():
            build(_config(Path(folder), plugin))
        return plugin.rendered


def _config(folder: Path, plugin: SitePlugin) -> MkDocsConfig:
    """MkDocs' configuration for pages that are in memory; `folder` stays empty.

    Its theme is an empty folder, for `SitePlugin` brings the templates: in Material's, MkDocs would look at each of
    14,000 icons once for every unit.
    """
    docs, site, theme = folder / "docs", folder / "site", folder / "theme"
    docs.mkdir()
    theme.mkdir()
    config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_dict(
        {
            "site_name": "-",
            "theme": {"name": None, "custom_dir": str(theme)},
            "plugins": [],
            "docs_dir": str(docs),
            "site_dir": str(site),
        }
    )
    failed, warned = config.validate()
    if failed or warned:
        raise ValueError(f"MkDocs does not take its configuration: {failed or warned}")
    config.plugins["plans"] = plugin
    return config


def _file(page: StagedPage, config: MkDocsConfig) -> File:
    """MkDocs' file for `page`. Its place is given, so no name of a plan means anything special to MkDocs."""
    file = File(f"{page.address}index.md", None, config.site_dir, True, dest_uri=page_file(page.address))
    file.inclusion = InclusionLevel.NOT_IN_NAV
    file.generated_by = "plans"
    UnitPage(page, file, config)
    return file


@contextmanager
def _problems_in_words() -> Iterator[None]:
    """MkDocs ends a build by hand with the problems that we found, without a traceback."""
    try:
        yield
    except PlanError as error:
        raise PluginError(str(error)) from error


@contextmanager
def _warnings_only() -> Iterator[None]:
    """MkDocs says what it does at every step; only its warnings matter here."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.setLevel(level)
