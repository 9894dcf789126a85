"""About: what this is, the data's last day, sources, licence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ... import __version__
from ...core.dates import long_day
from ...core.standing import WITHOUT_OVERALL
from ...output.council_profile import OWN_WORDS, SOURCE
from ..widgets.styled_text import Page, Span
from .text_page import TextPage

if TYPE_CHECKING:
    from ...core.repository import Repository


class About(TextPage):
    """Where everything comes from."""

    heading = "About"

    def __init__(self, repository: Repository) -> None:
        super().__init__()
        self.repository = repository

    def write(self, page: Page) -> None:
        """What the data is, as at which day, from where, under which licence."""
        held = self.repository
        said_in = [held.findings.number_by_paper, held.all_visits.findings.number_by_paper]
        findings, (reports, letters) = sum(sum(by.values()) for by in said_in), (len(+Counter(by)) for by in said_in)
        page.paragraph(Span(f"ofsted-tui {__version__}", "title"))
        page.paragraph(Span("Ofsted's inspections of English councils' children's services."))
        page.heading("The data")
        page.paragraph(Span(
            f"{len(held.councils)} councils and {len(held.inspections)} inspections since 2009. The most recent "
            f"report was published on {long_day(held.last_day)}. {findings:,} findings from "
            f"{reports:,} of the reports and {letters:,} letters about visits."
        ))  # fmt: skip
        page.blank()
        page.paragraph(Span(OWN_WORDS))
        if any(i.added_by_user for i in held.inspections.values()) or any(f.is_verbatim for f in held.findings):
            page.blank()
            page.paragraph(Span(
                "You added some inspections, or the lists of improvements of some reports. "
                "Those lists are in Ofsted's words."
            ))  # fmt: skip
        page.blank()
        page.paragraph(Span(
            f"A grade describes the council on the date of its report. {WITHOUT_OVERALL}; it is never derived here "
            "from the other judgements. The third grade until 2013 was adequate; it is not the same as requires "
            "improvement."
        ))  # fmt: skip
        page.heading("Source and licence")
        page.paragraph(Span(SOURCE))
        page.blank()
        page.paragraph(Span("The program is under the MIT licence."))
