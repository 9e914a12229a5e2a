"""The parts of the program as CycloneDX 1.5, from `cargo metadata` on stdin.

Development tools of the tests are not part of the program and left out.
"""

import json
import sys
import tomllib


def reached(resolve, root):
    """The ids of the packages that the program is linked from."""
    nodes = {node["id"]: node for node in resolve["nodes"]}
    todo, seen = [root], set()
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        for dep in nodes[one]["deps"]:
            if any(kind["kind"] in (None, "build") for kind in dep["dep_kinds"]):
                todo.append(dep["pkg"])
    return seen


def checksums(lock):
    """What the registry says that each crate's archive is, from Cargo.lock."""
    with open(lock, "rb") as file:
        packages = tomllib.load(file)["package"]
    return {(one["name"], one["version"]): one.get("checksum") for one in packages}


def part(package, checksum):
    """One package as a component."""
    address = f"pkg:cargo/{package['name']}@{package['version']}"
    component = {
        "type": "library",
        "bom-ref": address,
        "name": package["name"],
        "version": package["version"],
        "purl": address,
    }
    if checksum:
        component["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    if package.get("license"):
        component["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
    return component


def main():
    metadata = json.load(sys.stdin)
    root = metadata["resolve"]["root"]
    used = reached(metadata["resolve"], root)
    packages = {package["id"]: package for package in metadata["packages"]}
    sums = checksums("Cargo.lock")
    parts = [part(package, sums.get((package["name"], package["version"]))) for package in map(packages.get, used - {root})]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "ringoff", "version": sys.argv[1]}
        },
        "components": sorted(parts, key=lambda one: one["bom-ref"]),
    }
    json.dump(bill, sys.stdout, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
