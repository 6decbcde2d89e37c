"""How what makes pages uses memory: one heap for all threads, and few looks for what is lost."""

from __future__ import annotations

import ctypes
import gc
import sys

M_ARENA_MAX = -8
"""As glibc's malloc.h names the greatest number of heaps."""

RARELY = (10_000, 20, 250)
"""Looks so far apart that they cost a twentieth of the time, and so small that none is felt."""


def seldom_look_for_rings() -> None:
    """Look less often for rings of things that nothing else holds: a page leaves a few hundred.

    At Python's own pace a page takes a quarter longer, for each look goes through all that is kept.
    """
    gc.set_threshold(*RARELY)


def share_one_heap() -> bool:
    """Have all threads begun after this take memory from one heap; whether that was done.

    On Linux, glibc gives each thread a heap of its own, and what a thread lets go no other can
    use: eight threads that make pages one after another hold some twenty megabytes for nothing.
    Elsewhere nothing is done.
    """
    if sys.platform != "linux":
        return False
    try:
        return ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1) == 1
    except (AttributeError, OSError):  # another library than glibc
        return False
