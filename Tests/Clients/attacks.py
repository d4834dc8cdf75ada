"""What attacks on releases share: a desk that publishes and issues in a folder of its own, and cases judged side by side."""

import multiprocessing
import shutil
import subprocess

import harness


class Desk:
    """A folder with the reference tables of the repository, a landing folder, and the program's output.

    What the program does wrong is a fault.
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
        """Publishes a quarter of a pipeline, an object with `name` and `text`, from a definition of that file name."""
        path = self.work / f"{file or pipeline.name}.yaml"
        path.write_text(pipeline.text)
        return self.shp("run", path, "--quarter", quarter, "--input", self.landing, "--output", self.output, "--quiet")

    def issue(self, pipeline, quarter, day):
        """Issues the newest release of a quarter; 65 when it is refused."""
        return self.shp("issue", quarter, "--pipeline", pipeline.name, "--output", self.output, "--on", day, "--quiet",
                        allowed=(0, 65))


def judged(attack, seeds, folder):
    """The results of `attack(program, seed, work)` for each seed: a list of faults, then numbers, of which the third is how many
    small numbers are recovered without protection."""
    jobs = [(attack, harness.program(), seed, folder / str(seed)) for seed in seeds]
    with multiprocessing.Pool() as pool:
        results = pool.map(_judge, jobs, chunksize=1)
    faults = [fault for result in results for fault in result[0]]
    assert not faults, "\n".join(faults)
    leaking = leaking_cases(results)
    # Releases without leaks would prove nothing.
    assert leaking * 2 > len(results), f"only {leaking} of {len(results)} cases leak without protection"
    return results


def leaking_cases(results):
    """How many cases leak without protection."""
    return sum(result[3] > 0 for result in results)


def _judge(job):
    attack, program, seed, work = job
    work.mkdir()
    try:
        return attack(program, seed, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
