"""Shared by the attacks on releases: a desk that publishes and issues in its own folder, and a function that judges
cases in parallel."""

import multiprocessing
import shutil
import subprocess

import harness


class Desk:
    """A folder with the repository's reference tables, a landing folder, and the program's output.

    Errors of the program are collected as faults.
    """

    def __init__(self, program, seed, work):
        self.program, self.seed, self.work = program, seed, work
        self.landing, self.output = work / "landing", work / "output"
        self.faults = []
        for name in ("Reference", "Schemas"):
            (work / name).symlink_to(harness.ROOT / "Pipelines" / name)

    def fault(self, words):
        self.faults.append(f"case {self.seed}: {words}")

    def shp(self, *arguments, allowed=(0, 1)):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, check=False)
        if done.returncode not in allowed:
            self.fault(f"{arguments[0]} {done.returncode}: {done.stderr.strip()[-600:]}")
        return done.returncode

    def publish(self, pipeline, quarter, file=None):
        """Publishes a quarter of a pipeline. The pipeline has `name` and `text`, which become a definition file."""
        path = self.work / f"{file or pipeline.name}.yaml"
        path.write_text(pipeline.text)
        return self.shp("run", path, "--quarter", quarter, "--input", self.landing, "--output", self.output, "--quiet")

    def issue(self, pipeline, quarter, day):
        """Issues the newest release of a quarter; the status is 65 when the release is refused."""
        return self.shp("issue", quarter, "--pipeline", pipeline.name, "--output", self.output, "--on", day, "--quiet",
                        allowed=(0, 65))


def judged(attack, seeds, folder):
    """Returns `attack(program, seed, work)` for each seed: a list of faults, then numbers. The third number is how many
    small numbers are recovered without protection."""
    jobs = [(attack, harness.program(), seed, folder / str(seed)) for seed in seeds]
    with multiprocessing.Pool() as pool:
        results = pool.map(_judge, jobs, chunksize=1)
    faults = [fault for result in results for fault in result[0]]
    assert not faults, "\n".join(faults)
    leaking = leaking_cases(results)
    # Cases that do not leak without protection would prove nothing.
    assert leaking * 2 > len(results), f"only {leaking} of {len(results)} cases leak without protection"
    return results


def leaking_cases(results):
    """Returns how many cases leak without protection."""
    return sum(result[3] > 0 for result in results)


def _judge(job):
    attack, program, seed, work = job
    work.mkdir()
    try:
        return attack(program, seed, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
