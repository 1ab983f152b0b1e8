"""Wall time of a lockstep replay against a real server, in units of a minimal driver that sends the same bytes.

Both get the same recording, the recorded files in a folder of their own, in which documents are saved as they were, and the
same server. A restart runs both, and the driver a second time as a control, in random order. All that Reprise does beside
sending, from reading the file and unpacking the workspace to its verdict, is in its time: of a short session it is a larger
share.
"""

import json
import shutil
import time
from pathlib import Path

import plan
import sessions
from context import REPOSITORY, Failed, Missing, require, run
from quantiles import interval, median
from rows import information, judged, unless_noisy

FIGURE = "lockstep"
RECORDING = REPOSITORY / "recordings" / "neovim-clangd.trace.gz"
LIMIT = 1.03
TIME_LIMIT_SECONDS = 600
TIME_FOR_ALL_SECONDS = 150
# A server's answers may differ from the recorded ones; that is a finding about the server, not a failure to replay.
REPLAYED = (0, 1)


def measure(context):
    rows = compare(context, "short session", RECORDING) if RECORDING.exists() else []
    if sessions.neovim_is_there() and not context.quick:
        rows += compare(context, "long session", sessions.neovim_with_files(context))
    if not rows:
        raise Missing(f"recordings/{RECORDING.name} is not there, nor are nvim and clangd to make a session")
    return rows


class Texts:
    """The documents of a recording, as `reprise show` tells them."""

    def __init__(self, context, recording):
        self._show = [context.reprise, "show", str(recording)]
        records = map(json.loads, run([*self._show, "--json"], TIME_LIMIT_SECONDS).splitlines())
        self._versions = {each["n"]: each["version"] for each in records if "n" in each and "version" in each}

    def at(self, uri, number):
        return run([*self._show, "--text", f"{uri}@{self._versions[number]}"], TIME_LIMIT_SECONDS)


class Contest:
    """The recording's server and workspace, and the two commands that replay it."""

    def __init__(self, context, recording):
        header, self.files, old_root, messages = plan.read(recording)
        self.answers, self.missed = "", 0
        self.server = [Path(require(Path(header["command"][0]).name)).name, *header["command"][1:]]
        self.workspace = Path(context.file("workspace"))
        self.plan = context.file("plan")
        texts = Texts(context, recording)
        self.messages = plan.write(messages, old_root, self.workspace, self.plan, texts.at)
        self.commands = {
            "driver": [context.peer("lockstep_driver"), self.plan, *self.server],
            "driver again": [context.peer("lockstep_driver"), self.plan, *self.server],
            "reprise": [context.reprise, "replay", str(recording), "--clock", "lockstep", "--format", "json", "--",
                        *self.server],
        }

    def seconds(self, contestant):
        """The wall time of one replay in a workspace made anew."""
        shutil.rmtree(self.workspace, ignore_errors=True)
        self.workspace.mkdir()
        plan.unpack(self.files, self.workspace)
        start = time.monotonic()
        output = run(self.commands[contestant], TIME_LIMIT_SECONDS, cwd=self.workspace, accept=REPLAYED)
        seconds = time.monotonic() - start
        if contestant == "reprise":
            self.answers = answers(output)
        else:
            self.check(json.loads(output))
        return seconds

    def check(self, outcome):
        """A request the server did not make this time costs the driver a wait that Reprise may not have."""
        self.missed = outcome["missed"]
        if outcome["status"] or outcome["unmade"]:
            raise Failed(f"the minimal driver's run did not go as recorded: {outcome}")


def answers(report):
    """What Reprise says of the last replay: a replay that went astray must not count as a quick one."""
    replay = json.loads(report)["replays"][0]
    totals, warnings = replay["totals"], sum(each["severity"] != "note" for each in replay["problems"])
    return f"{totals['same']} of {totals['requests']} answers the same, {warnings} problems"


def compare(context, name, recording):
    contest, choices = Contest(context, recording), context.generator(FIGURE)
    slowest = max(contest.seconds(contestant) for contestant in contest.commands)  # also warms the page cache
    restarts = []
    for _ in range(number_of_restarts(context, slowest)):
        order = list(contest.commands)
        choices.shuffle(order)
        restarts.append({contestant: contest.seconds(contestant) for contestant in order})
    context.raw.setdefault(FIGURE, {})[name] = {"seconds": restarts}
    return judge(context, f"{name}: wall, to the driver's", contest, restarts)


def number_of_restarts(context, seconds):
    """Short sessions need many: a server's own time varies by more than the target."""
    if context.quick:
        return 3
    return max(5, min(60, int(TIME_FOR_ALL_SECONDS / (3 * seconds))))


def ratio(contestant):
    return lambda restarts: median(each[contestant] / each["driver"] for each in restarts)


def judge(context, what, contest, restarts):
    estimates = {}
    for contestant in ("driver again", "reprise"):
        spread = interval(restarts, ratio(contestant), context.generator("bootstrap"))
        estimates[contestant] = judged(FIGURE, what, ratio(contestant)(restarts), "x", LIMIT, interval=spread)
    row, control = estimates["reprise"], estimates["driver again"]
    row.note = (f"driver {median(each['driver'] for each in restarts):.2f} s, reprise "
                f"{median(each['reprise'] for each in restarts):.2f} s; {contest.messages} messages by the client, "
                f"{len(restarts)} restarts; {contest.answers}; driver waited in vain {contest.missed} times")
    return [unless_noisy(row, control, "the driver"),
            information(FIGURE, "  control: the driver's to itself", control.measured, "x", interval=control.interval)]
