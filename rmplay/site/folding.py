"""Words are put into templates while they are compiled, so that a page looks none of them up.

`_("Length")`, its relatives and `{% trans %}` stay what Jinja's i18n extension says they are; a call with a text that is
written in the template becomes that text in the language of the environment. Only calls with a text that is made while
a page is rendered are left.
"""

from __future__ import annotations

from collections.abc import Iterable

import jinja2
from jinja2 import nodes
from markupsafe import escape

from ..patterns import pattern
from .words import Words

_ALONE = pattern(r"\{\{ _\('([^'\\%\n]+)'\) \}\}")
_PLACES = pattern(r"%(?:\((\w+)\)s|(%)|())")
_COUNTED = pattern(r"(%\((?:num|minutes|hours|weeks|days|count|percent|to)\)s) (?=\w)|^(%\(number\)s) (?=\w)")
_NUMBERED = pattern(r"(?<=\w) (?=%\((?:numbers?|from|to)\)s)")


def folded(source: str, words: Words) -> str:
    """The text of a template in which words that stand alone, `{{ _('Length') }}`, are replaced by those of a language.

    They are most of all, and a text is compiled much faster than an expression.
    """
    if "{% raw" in source:
        return source
    return _ALONE.sub(lambda m: said if "{" not in (said := words.gettext(m[1])) and "%" not in said else m[0], source)


def together(message: str) -> str:
    """A message in which no line ends between a number and what it counts, "30 minutes", or what it numbers, "week 28"."""
    return _NUMBERED.sub("\N{NO-BREAK SPACE}", _COUNTED.sub("\\1\\2\N{NO-BREAK SPACE}", message)) if "%(" in message else message


class Folding:
    """Replaces calls for words by the words of one language. Raises jinja2.TemplateSyntaxError."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def visit(self, node: nodes.Node) -> nodes.Node:
        """A node with all that is in it, or what takes its place. Jinja's own way of walking takes three times as long."""
        if isinstance(node, nodes.Call):
            made = self._call(node)
            if made is not None:
                return made
        elif isinstance(node, nodes.Output):
            node.nodes = [piece for child in node.nodes for piece in self._output(child)]
            return node
        for name in node.fields:
            value = getattr(node, name)
            if isinstance(value, nodes.Node):
                setattr(node, name, self.visit(value))
            elif isinstance(value, list):
                value[:] = [self.visit(child) if isinstance(child, nodes.Node) else child for child in value]
        return node

    def _output(self, node: nodes.Expr) -> list[nodes.Expr]:
        """Words between other output become part of it."""
        message = self._message(node)
        return [self.visit(node)] if message is None else self._pieces(message, node)

    def _call(self, node: nodes.Call) -> nodes.Node | None:
        """Words inside an expression become a text, or texts joined with values; None for any other call."""
        message = self._message(node)
        if message is not None:
            return _joined(self._pieces(message, node)).set_lineno(node.lineno)
        forms = self._forms(node)
        if forms is None:
            return None
        one, many = (_joined(self._pieces(form, node)) for form in forms)
        is_one = nodes.Compare(self.visit(node.args[-1]), [nodes.Operand("eq", nodes.Const(1))])
        return nodes.CondExpr(is_one, one, many).set_lineno(node.lineno)

    def _message(self, node: nodes.Node) -> str | None:
        """What a call for one message says in this language, None for anything else."""
        found = _called(node, {"_": 1, "gettext": 1, "pgettext": 2})
        if found is None:
            return None
        return self.words.pgettext(*found) if len(found) == 2 else self.words.gettext(*found)

    def _forms(self, node: nodes.Node) -> tuple[str, ...] | None:
        """The forms of a call for a message about a number, where the rule of English holds; None for anything else."""
        found = None if self.words.plural else _called(node, {"ngettext": 2, "npgettext": 3}, more=1)
        if found is None:
            return None
        return self.words.forms(*(found if len(found) == 3 else ("", *found)))

    def _pieces(self, message: str, call: nodes.Call) -> list[nodes.Expr]:
        """A message as texts, and the values that stand between them."""
        values = {pair.key: pair.value for pair in call.kwargs}
        if call.node.name in ("ngettext", "npgettext"):
            values.setdefault("num", call.args[-1])
        found: list[nodes.Expr] = []
        at = 0
        message = together(message)
        for place in _PLACES.finditer(message):
            found.append(nodes.TemplateData(message[at:place.start()] + (place[2] or "")))
            at = place.end()
            if place[3] is not None or place[1] and place[1] not in values:
                raise _mistake(message, place.group(), call, self.words)
            if place[1]:
                found.append(self.visit(values[place[1]]))
        found.append(nodes.TemplateData(message[at:]))
        return [piece.set_lineno(call.lineno) for piece in found
                if not isinstance(piece, nodes.TemplateData) or piece.data]


def _called(node: nodes.Node, names: dict[str, int], more: int = 0) -> list[str] | None:
    """The texts of a call of one of the functions, each of which takes so many, and `more` values after them."""
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in names):
        return None
    count = names[node.node.name]
    texts = [arg.value for arg in node.args[:count] if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
    return texts if len(texts) == count == len(node.args) - more else None


def _joined(pieces: Iterable[nodes.Expr]) -> nodes.Expr:
    """Pieces as one value; texts that have no sign of HTML are plain, so that they can go anywhere."""
    found = [nodes.Const(piece.data) if isinstance(piece, nodes.TemplateData) and escape(piece.data) == piece.data else piece
             for piece in pieces]
    return found[0] if len(found) == 1 else nodes.Concat(found) if found else nodes.Const("")


def _mistake(message: str, place: str, call: nodes.Call, words: Words) -> jinja2.TemplateSyntaxError:
    said = f'"{place}" in "{message}" names no value that this text has' if len(place) > 1 else \
        f'a percent sign in "{message}" is written twice: %%'
    return jinja2.TemplateSyntaxError(f"{said} (words for {words.tag})", call.lineno)
