"""``kg ask`` without a question: a prompt with history, completion of names and follow-ups."""

from __future__ import annotations

import bisect
import contextlib
import sys
from pathlib import Path

from kg.asking import MOST_EVIDENCE, print_understanding, show
from kg.respond import answer_object, limited
from kg.session import Session
from kg.why.last import keep
from queries.ask import FAR, Lexicon, fold
from queries.ask.follow import Talk

PROMPT = "? "
MOST_HISTORY = 1000  # questions that are kept
MOST_COMPLETIONS = 50
LEAST = 2  # characters of a name before it is completed
ENDS = frozenset({"exit", "quit", "salir", "adiós", "bye"})


class Names:
    """The names in a lexicon, to be completed from their beginning."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = {
            n
            for known in lexicon.entities.values()
            if "Source" not in known.labels
            for n in known.names
        }
        self._names = sorted((fold(n), n) for n in names)

    def beginning(self, text: str) -> list[str]:
        """The names that begin with a text, whatever its case and accents."""
        start = fold(text)
        at = bisect.bisect_left(self._names, (start,))
        found = []
        for folded, name in self._names[at : at + MOST_COMPLETIONS]:
            if not folded.startswith(start):
                break
            found.append(name)
        return found

    def completions(self, line: str) -> list[str]:
        """The line with its longest end that begins a name completed."""
        starts = [0, *(n + 1 for n, c in enumerate(line) if c in " ¿¡'\"(")]
        for start in starts:
            end = line[start:]
            if len(end) >= LEAST and (names := self.beginning(end)):
                return [line[:start] + name for name in names]
        return []


def _history() -> Path:
    import platformdirs

    return Path(platformdirs.user_state_dir("expediente", appauthor=False)) / "history"


def _editing(names: Names, history: Path) -> None:
    """Turns on editing, history and completion, where Python has them on this system."""
    try:
        import readline
    except ImportError:  # Windows: a plain line still works
        return
    with contextlib.suppress(OSError):
        readline.read_history_file(history)
    readline.set_history_length(MOST_HISTORY)
    readline.set_completer_delims("")
    found: list[str] = []

    def complete(line: str, state: int) -> str | None:
        if state == 0:
            found[:] = names.completions(line)
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.parse_and_bind(
        "bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete"
    )


def _keep(history: Path) -> None:
    with contextlib.suppress(ImportError, OSError):
        import readline

        history.parent.mkdir(parents=True, exist_ok=True)
        readline.write_history_file(history)
        history.chmod(0o600)  # what somebody asks is nobody else's business


def converse(
    session: Session, lang: str | None, explain: bool, evidence: int | None = MOST_EVIDENCE
) -> int:
    """Asks for questions until the end of input; each may follow the one before."""
    talk = Talk(session.asker)
    history = _history()
    _editing(Names(session.lexicon), history)
    try:
        while True:
            try:
                question = input(PROMPT)
            except EOFError:
                print()
                return 0
            if question.strip().casefold() in ENDS:
                return 0
            if question.strip():
                _answer(session, talk, question, lang, explain, evidence)
    finally:
        _keep(history)


def _answer(
    session: Session,
    talk: Talk,
    question: str,
    lang: str | None,
    explain: bool,
    evidence: int | None,
) -> None:
    asker = session.asker
    if explain:
        asker.ahead = FAR
    if talk.asker is not asker:  # the graph has changed
        talk.asker = asker
    question = question.encode("utf-8", "replace").decode()
    decision, followed = talk.ask(question)
    response = limited(session, answer_object(session, asker, question, decision, lang))
    if explain:
        print_understanding(response)
    elif followed and response["form"]:
        print(f"→ {response['form']['text']}", file=sys.stderr)
    if response["status"] == "answered":
        keep(response, session.base.url)
    show(session, response, evidence)
