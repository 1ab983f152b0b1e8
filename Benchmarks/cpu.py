"""The recorder's own CPU time in a typing session at human pace, as a share of one core."""

import recorded
import sessions
from rows import judged

FIGURE = "cpu"
LIMIT_PERCENT = 0.5


def measure(context):
    return [row(context, session) for session in sessions.long_sessions(context)]


def row(context, session):
    used, held = session.used, recorded.read(session.recording)
    context.raw.setdefault(FIGURE, {})[session.name] = used
    percent = 100 * used["own_cpu_s"] / used["wall_s"]
    note = f"{used['own_cpu_s']:.2f} s of {used['wall_s']:.0f} s; {sum(held.messages.values())} messages; {held.lack()}"
    return judged(FIGURE, f"recorder's CPU, {session.name}", percent, "%", LIMIT_PERCENT, note=note.removesuffix("; "))
