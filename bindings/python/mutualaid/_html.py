# SPDX-License-Identifier: MIT
"""A decision as a piece of HTML: the answer, its steps, a waterfall."""

from __future__ import annotations

import unicodedata
from decimal import Context, Decimal, localcontext
from html import escape
from typing import TYPE_CHECKING, List, Sequence, Tuple

from .words import Outcome

if TYPE_CHECKING:
    from ._decision import Decision
    from ._details import Item, Line

_COLOURS = {
    Outcome.ELIGIBLE: "#1b7f4d",
    Outcome.REFUSED: "#b3261e",
    Outcome.UNDETERMINED: "#946200",
    Outcome.NOT_APPLYING: "#777777",
}
_UP, _DOWN, _TOTAL = "#1b7f4d", "#b3261e", "#345a8a"
_ROW, _LABEL, _CHART = 22, 300, 360

_Bar = Tuple[str, Decimal, Decimal, str]


def decision(shown: Decision, language: str = "en") -> str:
    """The whole decision, whatever decimal context the caller has."""
    with localcontext(Context(prec=60)):
        return _whole(shown, language)


def _whole(shown: Decision, language: str) -> str:
    pieces = [_heading(shown), _reasons(shown, language)]
    pieces += [
        _waterfall(item, _lines_of(shown, item), language)
        for item in shown.items
        if item.outcome is Outcome.ELIGIBLE and item.depth == 0
    ]
    pieces.append(_steps(shown, language))
    return f'<div class="mutualaid-decision">{"".join(pieces)}</div>'


def _heading(shown: Decision) -> str:
    if shown.outcome is Outcome.UNDETERMINED:
        amount = f"{shown.least:,f} &ndash; {shown.most:,f}"
    else:
        amount = f"{shown.amount:,f}"
    return (
        f"<p><b>{escape(shown.part)}</b>: "
        f'<b style="color:{_COLOURS[shown.outcome]}">'
        f"{escape(shown.outcome.value)}</b>, "
        f"{amount} {escape(shown.currency)}</p>"
    )


def _reasons(shown: Decision, language: str) -> str:
    reasons = [getattr(one.text, language) for one in shown.failed]
    reasons += [f"missing: {name}" for name in shown.missing]
    if not reasons:
        return ""
    points = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    return f"<ul>{points}</ul>"


def _steps(shown: Decision, language: str) -> str:
    texts = shown.line_texts(language)
    if not texts:
        return ""
    rows = "".join(
        _step(number, line, text)
        for number, (line, text) in enumerate(zip(shown.lines, texts), 1)
    )
    return (
        "<table><thead><tr><th>#</th><th>step</th><th>before</th>"
        f"<th>after</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _step(number: int, line: Line, text: str) -> str:
    faded = "" if line.is_applied else ' style="opacity:.5"'
    indent = f"padding-left:{1 + 1.5 * line.depth}em;text-align:left"
    return (
        f"<tr{faded}><td>{number}</td>"
        f'<td style="{indent}">{escape(text.strip())}</td>'
        f"<td>{escape(str(line.before))}</td>"
        f"<td>{escape(str(line.after))}</td></tr>"
    )


# --- the waterfall ------------------------------------------------------------


def _lines_of(shown: Decision, item: Item) -> List[Line]:
    return [
        line
        for line in shown.lines
        if line.item == item.id and line.depth == 0 and line.share
    ]


def _bars(item: Item, lines: Sequence[Line], language: str) -> List[_Bar]:
    bars: List[_Bar] = []
    level = Decimal(0)
    for line in lines:
        label = getattr(line.clause.label, language) if line.clause else ""
        label = label or f"{line.step} {line.operand}"
        colour = _UP if line.share > 0 else _DOWN
        bars.append((label, level, level + line.share, colour))
        level += line.share
    title = getattr(item.title, language) or item.id
    bars.append((title, Decimal(0), item.most, _TOTAL))
    return bars


def _waterfall(item: Item, lines: Sequence[Line], language: str) -> str:
    bars = _bars(item, lines, language)
    highest = max(max(start, end) for _, start, end, _ in bars)
    lowest = min(min(start, end) for _, start, end, _ in bars)
    if highest == lowest:
        return ""
    scale = Decimal(_CHART) / (highest - lowest)
    rows = "".join(
        _bar(number, bar, lowest, scale) for number, bar in enumerate(bars)
    )
    width, height = _LABEL + _CHART + 140, _ROW * len(bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="12">{rows}</svg>'
    )


def _fitting(label: str) -> str:
    """As much of a label as fits beside its bar."""
    room = 40
    for place, character in enumerate(label):
        room -= 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if room < 0:
            return label[:place].rstrip() + "\u2026"
    return label


def _bar(number: int, bar: _Bar, lowest: Decimal, scale: Decimal) -> str:
    label, start, end, colour = bar
    left = _LABEL + int((min(start, end) - lowest) * scale)
    width = max(1, int(abs(end - start) * scale))
    top = number * _ROW
    share = f"{end - start:+,f}" if colour != _TOTAL else f"{end:,f}"
    return (
        f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end" '
        f'fill="currentColor"><title>{escape(label)}</title>'
        f"{escape(_fitting(label))}</text>"
        f'<rect x="{left}" y="{top + 3}" width="{width}" '
        f'height="{_ROW - 6}" fill="{colour}"/>'
        f'<text x="{left + width + 6}" y="{top + 15}" '
        f'fill="currentColor">{share}</text>'
    )
