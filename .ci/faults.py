#!/usr/bin/env python3
"""The real binary while the system fails: each call that a command makes on its files
fails once, and from then on, with what a disk says. Afterwards the file is the old one or
the new one, whole; success is said only of the new one; and the next run works.

    .ci/faults.py target/debug/ringoff [seconds]
"""
import os, re, shutil, subprocess, sys, tempfile, time

PROGRAM, LIMIT = os.path.abspath(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 100
CALLS = {"openat": "ENOSPC", "write": "ENOSPC", "fsync": "EIO", "rename": "EIO", "renameat2": "EIO",
         "linkat": "EIO", "link": "EIO", "flock": "ENOLCK", "fchmod": "EPERM", "read": "EIO", "mkdir": "EDQUOT"}
COMMANDS = {
    "check": ["check", "precondition:activity"],
    "account add": ["account", "add", "Grab"],
    "undo": ["undo"],
    "contact": ["contact", "add", "--channel", "store"],
    "submit": ["submit", "--anyway", "--reason", "made up"],
    "restore": ["restore", "base.ron"],
    "merge": ["merge", "other.ron"],
    "import": ["import", "all.json"],
    "sync": ["sync"],
}
top = tempfile.mkdtemp()
env = {"HOME": top, "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config",
       "RINGOFF_NOW": "2026-11-05T02:00:00Z", "RINGOFF_LANG": "en", "PATH": os.environ["PATH"]}


def at(folder):
    return dict(env, HOME=folder, XDG_DATA_HOME=folder + "/data", XDG_STATE_HOME=folder + "/state", XDG_CONFIG_HOME=folder + "/config")


def run(folder, args, before=()):
    return subprocess.run([*before, PROGRAM, *args], cwd=folder, env=at(folder), capture_output=True, timeout=60)


def book(folder):
    told = run(folder, ["export", "json", "--reveal"])
    return told.stdout if told.returncode == 0 else None


template = os.path.join(top, "template")
os.mkdir(template)
for args in (["new", "--label", "KL"], ["account", "add", "Maybank"], ["export", "json", "--reveal", "-o", "all.json"]):
    assert run(template, args).returncode == 0, args
shutil.copy(template + "/data/ringoff/progress.ron", template + "/base.ron")
assert run(template, ["account", "add", "Steam"]).returncode == 0
shutil.copy(template + "/data/ringoff/progress.ron", template + "/other.ron")
shutil.copy(template + "/base.ron", template + "/data/ringoff/progress.ron")
assert run(template, ["account", "add", "Shopee"]).returncode == 0

tried, wrong, began = {}, [], time.time()


def fresh(name):
    folder = os.path.join(top, name)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder, symlinks=True)
    return folder


for name, args in COMMANDS.items():
    old = book(template)
    folder = fresh("new")
    assert run(folder, args).returncode == 0, name
    new = book(folder)
    ends = began + LIMIT * (list(COMMANDS).index(name) + 1) / len(COMMANDS)
    log = os.path.join(top, "log")
    folder = fresh("trace")
    run(folder, args, ["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join("?" + call for call in CALLS)])
    counts = {}
    for line in open(log, errors="replace"):
        call = re.match(r"\d+\s+(\w+)\(", line)
        if call:
            counts[call[1]] = counts.get(call[1], 0) + 1
    faults = [(call, at_, more) for call, count in counts.items() for at_ in range(1, min(count, 60) + 1) for more in ("", "+")]
    # Spread over all of them when there is not time for each.
    step = max(1, len(faults) // 120)
    for call, at_, more in faults[::step]:
        if time.time() > ends:
            break
        folder = fresh("run")
        inject = f"inject={call}:error={CALLS[call]}:when={at_}{more}"
        done = run(folder, args, ["strace", "-f", "-qq", "-o", "/dev/null", "-e", inject])
        tried[name] = tried.get(name, 0) + 1
        now = book(folder)
        fault = f"{name}: {call} {at_}{more}"
        if now not in (old, new):
            wrong.append(f"{fault}: the file is neither the old nor the new one")
        elif done.returncode == 0 and now != new and name != "sync":
            wrong.append(f"{fault}: success, and the file is the old one")
        if run(folder, ["next"]).returncode != 0:
            wrong.append(f"{fault}: the next run fails")
shutil.rmtree(top, ignore_errors=True)
print(", ".join(f"{name}: {count}" for name, count in tried.items()), f"faults in {time.time() - began:.0f} s")
print("\n".join(wrong) or "nothing torn, no lie, nobody locked out")
sys.exit(bool(wrong))
