"""What the machine lets its tests do; where it does not, they say what was not tested."""

import functools
import os
import subprocess


@functools.cache
def may_mount():
    """As root on a machine of its own; a container may keep root from mounting anything."""
    tried = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    return os.geteuid() == 0 and subprocess.run(tried, capture_output=True, timeout=30).returncode == 0
