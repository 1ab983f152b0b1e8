"""A small LSP client: requests, notifications, and answers to what the server asks, over pipes."""

import json
import queue
import subprocess
import threading
import time

from context import Failed

ANSWER_LIMIT_SECONDS = 60


class LanguageClient:
    """`transcript` keeps every message, so that a recording can be compared with what passed."""

    def __init__(self, command, directory):
        self.transcript = []
        self._next_id = 0
        self._answers = queue.Queue()
        self._lock = threading.Lock()
        self.process = subprocess.Popen(command, cwd=directory, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def request(self, method, params):
        self._next_id += 1
        self._say({"jsonrpc": "2.0", "id": self._next_id, "method": method, "params": params})
        return self._next_id

    def notify(self, method, params):
        self._say({"jsonrpc": "2.0", "method": method, "params": params})

    def await_answer(self, wanted):
        """Waits for the answer to one request; answers to others that come before are dropped."""
        limit = time.monotonic() + ANSWER_LIMIT_SECONDS
        while time.monotonic() < limit:
            try:
                answer = self._answers.get(timeout=1)
            except queue.Empty:
                continue
            if answer["id"] == wanted:
                return answer
        raise Failed(f"no answer to request {wanted} in {ANSWER_LIMIT_SECONDS} s")

    def close(self):
        """Ends the session as the protocol wants it, and the process if it does not end by itself."""
        try:
            self.await_answer(self.request("shutdown", None))
            self.notify("exit", None)
            self.process.stdin.close()
            self.process.wait(ANSWER_LIMIT_SECONDS)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        self._listener.join(ANSWER_LIMIT_SECONDS)

    def _say(self, message):
        body = json.dumps(message, separators=(",", ":")).encode()
        with self._lock:
            self.transcript.append(("client", body))
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()

    def _listen(self):
        while body := self._read_body():
            self.transcript.append(("server", body))
            message = json.loads(body)
            if "id" in message and "method" in message:
                self._answer(message)
            elif "id" in message:
                self._answers.put(message)

    def _read_body(self):
        length = None
        while line := self.process.stdout.readline():
            if line == b"\r\n":
                return self.process.stdout.read(length)
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return None

    def _answer(self, request):
        result = None
        if request["method"] == "workspace/configuration":
            result = [None] * len(request["params"]["items"])
        self._say({"jsonrpc": "2.0", "id": request["id"], "result": result})
