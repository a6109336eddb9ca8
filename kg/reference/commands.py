"""The page of the commands."""

from __future__ import annotations

from typing import Any, get_type_hints

from kg.reference.markdown import cell, code, page, table


def cli_page() -> str:
    """The commands with their arguments and options, from the Typer app."""
    import typer

    from kg import commands  # noqa: F401 - the other commands register themselves
    from kg.app import app

    group: Any = typer.main.get_command(app)
    about = (
        f"{group.help}\n\n"
        "Rows go to standard output, everything else to standard error. Exit status: 0 answered or "
        "done, 3 ambiguous, 4 unanswerable, 2 a mistake in the command, 1 a failure. The same "
        "commands run as `python -m kg`; `kg --version` says which version they are of."
    )
    return page("Commands", about, [_command(n, group.commands[n]) for n in group.commands])


def _command(name: str, command: Any) -> str:
    arguments = [p for p in command.params if not _is_option(p)]
    options = [p for p in command.params if _is_option(p)]
    usage = " ".join(["kg", name, "[OPTIONS]", *(_argument_name(a, True) for a in arguments)])
    text, _, example = command.help.partition("Example: ")
    blocks = [f"## kg {name}", " ".join(text.split()), code(usage)]
    if example:
        blocks.append("Example:\n\n" + code(" ".join(example.split()), "sh"))
    # From the declarations: what Typer makes of them depends on its version and on Click's.
    declared = get_type_hints(command.callback, include_extras=True)
    about = {key: hint.__metadata__[0].help for key, hint in declared.items() if key != "return"}
    rows = [[f"`{_argument_name(a)}`", cell(about[a.name]), ""] for a in arguments]
    rows += [[f"`{_option_name(o)}`", cell(about[o.name]), _default(o)] for o in options]
    blocks.append(table(["", "", "default"], rows))
    return "\n\n".join(blocks)


def _is_option(parameter: Any) -> bool:
    return bool(parameter.opts[0].startswith("-"))


def _argument_name(argument: Any, usage: bool = False) -> str:
    name = argument.metavar or argument.name.strip("_").upper()
    if not usage:
        return str(name)
    name = name.removesuffix("...").strip("[]")
    return (name if argument.required else f"[{name}]") + ("..." if argument.nargs == -1 else "")


def _option_name(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names + "".join(f", {other}" for other in option.secondary_opts)
    return f"{names} {option.metavar or option.name.strip('_').upper()}"


def _default(option: Any) -> str:
    if option.is_flag and option.secondary_opts:
        return f"`{option.opts[0] if option.default else option.secondary_opts[0]}`"
    if option.is_flag or option.default is None or callable(option.default):
        return ""
    shown = f"{option.default:g}" if isinstance(option.default, float) else str(option.default)
    return f"`{shown}`"
