# SPDX-License-Identifier: MIT
"""Build the Python package from the sources, without autotools.

From a checkout this needs a C compiler and SWIG; what SWIG writes travels in
the source distribution, which then needs a C compiler only.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.sdist import sdist

ROOT = Path(__file__).parent
SWIG = Path("bindings", "swig")
WRAPPER = Path("bindings", "python", "core_wrap.c")
PROXY = Path("bindings", "python", "core.py")
RULEBOOK = Path("rulebooks", "beijing.json")
RULEBOOK_C = Path("libmutualaid", "rulebook", "beijing_text.c")
# Beside build/ of autotools, which a plain "build" would be.
BUILD = Path("build", "pip")


def version():
    """The version that the C headers state."""
    text = (ROOT / "include/mutualaid/version.h").read_text(encoding="utf-8")
    return re.search(r'MUTAID_VERSION "(.+)"', text).group(1)


def embed(into):
    """Write the built-in rulebook as C, as tools/embed does."""
    data = (ROOT / RULEBOOK).read_bytes()
    rows = [data[at : at + 16] for at in range(0, len(data), 16)]
    lines = ["".join(f"'\\x{byte:02x}'," for byte in row) for row in rows]
    into.parent.mkdir(parents=True, exist_ok=True)
    into.write_text(
        "#include <stddef.h>\n"
        "extern const char mutaid__beijing_text[];\n"
        "extern const size_t mutaid__beijing_length;\n"
        "const char mutaid__beijing_text[] = {\n"
        + "\n".join(lines)
        + "'\\0' };\nconst size_t mutaid__beijing_length =\n"
        "    sizeof mutaid__beijing_text - 1;\n",
        encoding="ascii",
    )


def run_swig(into):
    """Let SWIG write the wrapper and the module beside it."""
    if shutil.which("swig") is None:
        sys.exit("swig is not found (Debian: apt install swig)")
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            "swig",
            "-python",
            "-doxygen",
            "-Wall",
            "-Werror",
            f"-I{ROOT / 'include'}",
            f"-I{ROOT / SWIG}",
            "-outdir",
            str(into),
            "-o",
            str(into / WRAPPER.name),
            str(ROOT / SWIG / "python.i"),
        ],
        check=True,
    )


class BuildExtension(build_ext):
    """Generates what is missing, and compiles the library into the module."""

    def run(self):
        made = Path(self.build_temp)
        wrapper, proxy = ROOT / WRAPPER, ROOT / PROXY
        if not wrapper.exists():
            run_swig(made)
            wrapper, proxy = made / WRAPPER.name, made / PROXY.name
        embedded = ROOT / RULEBOOK_C
        if not embedded.exists():
            embedded = made / RULEBOOK_C.name
            embed(embedded)
        (module,) = self.extensions
        module.sources = [*module.sources, str(wrapper), str(embedded)]
        super().run()
        beside = Path(self.get_ext_fullpath(module.name)).parent
        shutil.copyfile(proxy, beside / PROXY.name)


class SourceDistribution(sdist):
    """Puts into the distribution what is generated."""

    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        base = Path(base_dir)
        if not (base / WRAPPER).exists():
            run_swig((base / WRAPPER).parent)
        if not (base / RULEBOOK_C).exists():
            embed(base / RULEBOOK_C)


def sources():
    """Every C file of the library but the generated one."""
    found = sorted((ROOT / "libmutualaid").rglob("*.c"))
    return [
        str(file.relative_to(ROOT))
        for file in found
        if file != ROOT / RULEBOOK_C
    ]


only_init = ROOT / "bindings" / "python" / "exports.map"
(ROOT / BUILD).mkdir(parents=True, exist_ok=True)
setup(
    version=version(),
    ext_modules=[
        Extension(
            "mutualaid._swig._core",
            sources=sources(),
            include_dirs=["include", "libmutualaid", str(SWIG)],
            extra_compile_args=[
                "-std=c11",
                "-fvisibility=hidden",
                "-fno-strict-aliasing",
                "-Wno-unused-parameter",
            ],
            extra_link_args=(
                [f"-Wl,--version-script={only_init}"]
                if sys.platform.startswith("linux")
                else []
            ),
        )
    ],
    cmdclass={"build_ext": BuildExtension, "sdist": SourceDistribution},
    options={
        "build": {"build_base": str(BUILD)},
        "egg_info": {"egg_base": str(BUILD)},
    },
)
