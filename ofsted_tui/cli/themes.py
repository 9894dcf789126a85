"""`themes`: how often the reports praise a theme, or ask for improvements to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.likely_rows import with_likely_rows
from ..analysis.themes import BREAKDOWNS, count_themes, forms_by_default, theme_by
from ..core.model import Kind
from ..output import finding_rows
from . import options
from .errors import UsageError
from .finding_options import declare_finding_query, finding_query
from .options import repository_of, write_table

if TYPE_CHECKING:
    import argparse


def declare_themes(parser: argparse.ArgumentParser) -> None:
    """Options of `themes`."""
    parser.add_argument("--theme", type=options.theme, metavar="THEME", help="one theme; use it with --by")
    parser.add_argument("--by", choices=list(BREAKDOWNS),
                        help="break down one theme by year, region, framework or grade")  # fmt: skip
    parser.add_argument("--sort", choices=list(ORDERS), default="asked",
                        help="by improvements asked for (default), praise or concerns")  # fmt: skip
    declare_finding_query(
        parser, frameworks="; default: ILACS; SIF for dates before the first ILACS report; TLAC before SIF"
    )
    options.declare_output(parser)


ORDERS = {"asked": Kind.IMPROVEMENT, "praised": Kind.PRAISE, "concerns": Kind.CONCERN}


def run_themes(arguments: argparse.Namespace) -> int:
    """Write how often each theme is praised and asked to improve."""
    if bool(arguments.theme) != bool(arguments.by):
        raise UsageError("use --theme and --by together: themes --theme neglect --by year")
    repository = repository_of(arguments)
    theme, arguments.theme = arguments.theme, []
    query = finding_query(arguments, repository)
    if not arguments.framework and arguments.by != "framework":
        query = query._replace(forms=forms_by_default(repository, query.until or repository.last_day))
    likely = with_likely_rows(repository, query)
    if theme:
        parts = theme_by(likely, theme, arguments.by, query)
        return write_table(finding_rows.theme_parts(parts, theme, arguments.by, query, repository), arguments)
    counts = count_themes(likely, query, ORDERS[arguments.sort])
    return write_table(finding_rows.theme_list(counts, query, repository), arguments)
