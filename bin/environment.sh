# Sourced by the commands beside it: a Python that is new enough and the locked packages, in .venv.
#
#   environment base    what the program needs
#   environment dev     that and what tests and checks need
#
# What was installed is remembered by the lock's checksum, written last, so that an interrupted set-up is taken up again
# the next time and a finished one costs nothing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv
python=$venv/bin/python
export PYTHONPATH=$root

say() { printf '%s\n' "$*" >&2; }

unusable() { say "$*"; exit 2; }

new_enough() { "$@" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

# The first Python >= 3.12 that really runs (a pyenv shim may stand for a version that is not there).
find_python() {
    local wanted candidate
    wanted=$(tr -d '[:space:]' <"$root/.python-version" 2>/dev/null)
    for candidate in "${PYTHON:-}" "python$wanted" python3.13 python3.12 python3.14 python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}/versions/$wanted"*/bin/python "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
        if [ -n "$candidate" ] && new_enough "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# A uv that really runs, if there is one.
find_uv() {
    local candidate
    for candidate in "$venv/bin/uv" uv "$HOME/.local/bin/uv" "$HOME/.cargo/bin/uv"; do
        if "$candidate" --version >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# Make .venv by the first way that this machine has: venv, venv without its pip, uv, or a uv that pip fetches by hash.
make_venv() {
    local found uv
    found=$(find_python) || found=
    uv=$(find_uv) || uv=
    rm -rf "$venv"
    if [ -n "$found" ]; then
        say "Setting up: $("$found" --version 2>&1) in .venv"
        "$found" -m venv "$venv" >/dev/null 2>&1 && return 0
        rm -rf "$venv"
        if [ -n "$uv" ]; then
            "$uv" venv --quiet --python "$(command -v "$found")" "$venv" && return 0
        elif "$found" -m pip --version >/dev/null 2>&1; then
            "$found" -m venv --without-pip "$venv" >/dev/null 2>&1 && return 0
            rm -rf "$venv"
            "$found" -m pip install --quiet --require-hashes --target "$root/var/bootstrap" -r "$root/requirements/bootstrap.txt" &&
                "$root/var/bootstrap/bin/uv" venv --quiet --python "$(command -v "$found")" "$venv" && return 0
        fi
        unusable "$found has neither venv nor pip: install them (on Debian: apt-get install python3-venv) and run this again."
    fi
    if [ -n "$uv" ]; then
        say "Setting up: uv fetches Python $(cat "$root/.python-version")"
        "$uv" venv --quiet --python "$(cat "$root/.python-version")" "$venv" && return 0
    fi
    unusable "Tayari needs Python 3.12 or newer and found $(python3 --version 2>/dev/null || echo none): install Python 3.13 from python.org or your system's packages, or uv, and run this again."
}

# Install one lock file, by hash, with the first installer that works.
install_lock() {
    local lock=$1 uv found
    # uv, itself installed by hash, is several times as fast as pip; where it cannot be had, pip does it all.
    find_uv >/dev/null ||
        "$python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$root/requirements/bootstrap.txt" >/dev/null 2>&1
    uv=$(find_uv) || uv=
    if [ -n "$uv" ] && "$uv" pip install --quiet --python "$python" --require-hashes -r "$lock" 2>/dev/null; then
        return 0
    fi
    if "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m pip install --quiet --disable-pip-version-check --no-input --no-compile --require-hashes -r "$lock" && return 0
    elif found=$(find_python) && "$found" -m pip --version >/dev/null 2>&1; then
        "$found" -m pip --python "$python" install --quiet --disable-pip-version-check --no-input --no-compile --require-hashes -r "$lock" && return 0
    elif [ -n "$uv" ]; then
        "$uv" pip install --quiet --python "$python" --require-hashes -r "$lock" && return 0
    fi
    return 1
}

environment() {
    local kind=$1 lock=$root/requirements/$1.txt stamp=$venv/.tayari-$1 sum
    sum=$(cksum <"$lock")
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ] && new_enough "$python"; then
        return 0
    fi
    # Two first commands at once: the second waits for the first, then finds the work done.
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$root/.venv.lock"
        flock 9
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ] && new_enough "$python"; then
            exec 9>&-
            return 0
        fi
    fi
    new_enough "$python" || make_venv
    say "Setting up: the packages of requirements/$kind.txt (once, about half a minute)"
    install_lock "$lock" || unusable "The packages could not be installed (the reason is above): check the network and run this again; it goes on where it stopped."
    if [ "$kind" = dev ]; then cksum <"$root/requirements/base.txt" >"$venv/.tayari-base"; fi
    printf '%s\n' "$sum" >"$stamp"
    if command -v flock >/dev/null 2>&1; then exec 9>&-; fi
}
