"""What is set for the whole process is set, and can be set again."""

import gc
import subprocess
import sys

import pytest

from brightfutures.delivery.heap import RARELY, seldom_look_for_rings


def test_rings_are_looked_for_seldom_but_still_looked_for():
    before = gc.get_threshold()
    try:
        seldom_look_for_rings()
        assert gc.get_threshold() == RARELY
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc's heaps can be told")
def test_threads_begun_after_it_still_get_memory():
    program = (
        "from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "from brightfutures.delivery.heap import share_one_heap\n"
        "assert share_one_heap() in (True, False)\n"
        "with Pool(4) as pool:\n"
        "    print(sum(pool.map(lambda n: len(bytes(n)), [10, 1_000_000, 30_000_000] * 4)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == [str(4 * 31_000_010)]
