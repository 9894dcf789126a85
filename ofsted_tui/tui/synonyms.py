"""Other words that people use for a command, by which the palette finds it."""

from __future__ import annotations

_REGIONS = "region London Midlands North South East West Yorkshire"
SYNONYMS = {
    "search": "find look name council",
    "filter": f"only narrow limit grade outstanding good RI inadequate kind theme framework year {_REGIONS}",
    "clear": "reset remove all filters",
    "judgement": "overall leadership help protection care leavers in care category column",
    "as_at": "date day month year when past then history back time",
    "latest": "today now current newest date",
    "sort": "order rank arrange best worst alphabetical",
    "explain": "press official statistics check why differ published figures",
    "pinned": "favourites bookmarks starred mine",
    "pin": "favourite bookmark star remember",
    "note": "write comment memo remark annotate",
    "copy_citation": "copy quote reference clipboard paste source",
    "open_report": "website web browser link pdf address url original",
    "save": "print export download file page paper html spreadsheet csv excel xlsx workbook markdown json data",
    "zoom": "whole screen full page maximise bigger large",
    "older": "previous earlier inspection before history",
    "newer": "next later inspection after",
    "neighbours": "statistical similar nearest like us",
    "change_theme": "theme light dark night colour color colours blind contrast appearance look terminal",
    "command_palette": "commands palette",
    "screens": "menu views pages go to",
    "view('findings')": "findings search text words said inspectors praise improve recommendations quotes",
    "view('england')": "england national country totals chart graph trend over time years history regions",
    "view('map')": "map tiles geography where",
    "view('themes')": "themes topics subjects common most asked",
    "view('journeys')": "journeys improved better worse moves progress up down trajectory how long",
    "view('next_inspections')": "next inspection when expected due forecast estimate schedule",
    "view('whats_new')": "what's new latest changes recent news since update published lately",
    "view('compare')": "neighbours statistical similar pinned side by side benchmark versus comparison",
    "view('visits')": "focused monitoring visits letters between inspections since then priority action topics",
    "topic": "visits letters focused monitoring about subject",
    "visits": "count letters focused monitoring between inspections",
    "import": "add upload load report pdf own data library",
    "about": "version licence source data credits",
    "help": "keys shortcuts glossary meaning abbreviations ILACS SIF RI manual",
    "quit": "exit leave close end stop",
}
"""By the action of the command."""
TAKE_A_DATE = ("as_at", "view('england')")
"""Commands that a typed date or year leads to."""
