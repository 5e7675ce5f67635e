"""Stands for the program in tests of how processes are followed: its first argument after 'run' says what it does."""

import json
import signal
import sys
import time
from pathlib import Path


def main() -> int:
    what, options = sys.argv[2], sys.argv[3:]
    asked: list[bool] = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(True))
    out = Path(options[options.index("--out") + 1]) if "--out" in options else Path("told")
    if what == "bad":
        print("palactors: --set: 'eta_foo' is not a key; the nearest valid one is 'eta_fw'.", file=sys.stderr)
        return 2
    out.mkdir(exist_ok=True)
    (out / "arguments.json").write_text(json.dumps(sys.argv[1:]))
    print(f"{what}: 1 network (PAL), layers 4-30-3; results go to {out}", flush=True)
    if what == "fails":
        print("palactors: PAL seed 1 diverged at tick 5.", file=sys.stderr)
        return 1
    if what == "long":
        return stop_when_asked(out, asked)
    if what == "chatty":
        # More than a pipe holds, on both outputs.
        for _ in range(5000):
            print("a line of progress that is long enough to fill a pipe" * 2)
            print("a note that is long enough to fill a pipe" * 2, file=sys.stderr)
    end(out)
    return 0


def stop_when_asked(out: Path, asked: list[bool]) -> int:
    print("PAL seed 1  epoch 0/1", flush=True)
    deadline = time.monotonic() + 30
    while not asked and time.monotonic() < deadline:
        time.sleep(0.05)
    end(out)
    print("stopped at tick 7", flush=True)
    return 143 if asked else 3


def end(out: Path) -> None:
    (out / "metrics.csv").write_text("seed,model,tick,epoch,area,metric,value\n1,PAL,10,0,,accuracy_test,0.5\n")


sys.exit(main())
