"""Load by wrk: prepared requests in turn, each answer counted."""

import json
import subprocess

from candidates import BenchError, WrongAnswer
from programs import HERE


class Load:
    """Requests in the order in which they are sent, and what every answer to them must be."""

    def __init__(self, file, lines, status, length):
        self.file = file
        self.expected = [str(status), str(length)]
        file.write_text("".join("\t".join(line) + "\n" for line in lines))

    def run(self, program, connections, seconds, looks=False):
        """Rate, p50 and p99 in milliseconds, and the program's own processor time an answer in microseconds.

        With `looks` every answer is compared with what is expected.
        """
        words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", HERE / "requests.lua",
                 f"http://127.0.0.1:{program.port}/", "--", self.file, *(self.expected if looks else [])]
        used = program.processor_seconds()
        ended = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=seconds + 60)
        used = program.processor_seconds() - used
        if ended.returncode != 0:
            raise BenchError(f"wrk ended with {ended.returncode}: {ended.stderr.strip()}")
        run = json.loads(ended.stdout.splitlines()[-1])
        if run["answers"] == 0:
            raise BenchError(f"{program.name} answered nothing in {seconds} s")
        if run["wrong"] > 0:
            expected = " with {} bytes".format(*self.expected[1:]) if looks else ""
            raise WrongAnswer(f"{program.name}: {run['wrong']} of {run['answers']} answers were not "
                              f"{self.expected[0]}{expected}")
        run["rate"] = run["answers"] / run["seconds"]
        run["processor"] = used * 1e6 / run["answers"]
        return run
