"""Packs a folder as FOLDER/NAME.zip: same files, same bytes.

    zip.py FOLDER NAME
"""

import os
import sys
import time
import zipfile
from pathlib import Path

folder, name = Path(sys.argv[1]), sys.argv[2]
stamp = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
with zipfile.ZipFile(folder / f"{name}.zip", "w") as archive:
    for path in sorted((folder / name).rglob("*")):
        if path.is_file():
            entry = zipfile.ZipInfo(str(path.relative_to(folder)), stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
