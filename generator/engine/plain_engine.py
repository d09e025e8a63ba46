"""The engine without MkDocs: Python-Markdown and the Jinja2 environment of `render`."""

from collections.abc import Sequence

from generator.council.theme import Theme
from generator.document.frame import StagedPage
from generator.engine import finished, page_bytes, staged_html, template_names
from generator.render.markdown import environment


class PlainEngine:
    """Renders staged pages one by one."""

    def render_unit(self, pages: Sequence[StagedPage], theme: Theme) -> dict[str, bytes]:
        """Each page's HTML by its address."""
        template = environment([theme.folder]).get_template("main.html")
        return {
            page.address: page_bytes(finished(template.render(template_names(page, staged_html(page), theme))))
            for page in pages
        }
