#!/bin/sh
# Makes .venv with everything in requirements.lock, or says what is missing. Called by the Makefile; safe to repeat.
set -eu
cd "$(dirname "$0")/.."

usable='import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else 1)'
venv_ok='import ensurepip, venv'

# A command may exist and still not run (a version manager's shim), so each candidate is tried, not just looked up.
candidates() {
    if [ -n "${PYTHON:-}" ]; then
        echo "$PYTHON"
        return
    fi
    for name in python3.13 python3.12 python3.11 python3 python; do
        echo "$name"
    done
    for root in "${PYENV_ROOT:-$HOME/.pyenv}"; do
        for minor in 13 12 11; do
            ls -d "$root"/versions/3.$minor*/bin/python 2>/dev/null || true
        done
    done
}

find_python() {
    without_venv=
    for candidate in $(candidates); do
        "$candidate" -c "$usable" >/dev/null 2>&1 || continue
        if "$candidate" -c "$venv_ok" >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
        without_venv=${without_venv:-$candidate}
    done
    if [ -n "$without_venv" ]; then
        version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "Python $version is here ($without_venv), but its venv module is not. Install it and try again:" >&2
        echo "    Debian or Ubuntu:  sudo apt-get install python$version-venv" >&2
        echo "    others:            a Python $version with the venv and ensurepip modules" >&2
    else
        echo "Liqaa needs Python 3.11, 3.12 or 3.13, and none was found${PYTHON:+ at PYTHON=$PYTHON}. Install one and try again:" >&2
        echo "    Debian or Ubuntu:  sudo apt-get install python3 python3-venv" >&2
        echo "    Fedora:            sudo dnf install python3.13" >&2
        echo "    macOS:             brew install python@3.13" >&2
        echo "or name one yourself:  make PYTHON=/path/to/python3.12 run" >&2
    fi
    exit 1
}

if ! .venv/bin/python -c "$usable" >/dev/null 2>&1 || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    echo "Setting up .venv with $("$python" --version) (once; about a minute on a fast line)"
    rm -rf .venv
    "$python" -m venv .venv
fi
.venv/bin/python -m uv --version >/dev/null 2>&1 || .venv/bin/python -m pip install --quiet uv
# uv itself is kept out of the lock: it is what reads the lock.
.venv/bin/python -m uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock
.venv/bin/python -m uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
touch .venv/.ready
