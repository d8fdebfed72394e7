#!/usr/bin/env bash
# Tries the projects under examples/ that use a wheel from outside: the Python one in an environment of its own, with the
# wheel installed, and the Node one, where npm is, with the corpus as the wheel copies it out.
#
#     tasks/try_consumers.sh dist/venezuela_news-0.1.0-py3-none-any.whl
#
# PYTHON names the interpreter, python3 if it is not set.
set -euo pipefail

[ $# -eq 1 ] && [ -f "$1" ] || { echo "usage: tasks/try_consumers.sh WHEEL" >&2; exit 2; }
wheel=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
examples=$(cd "$(dirname "${BASH_SOURCE[0]}")/../examples" && pwd)
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV PYTEST_ADDOPTS PYTEST_PLUGINS
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Runs a command with its output kept back, and shows the end of it if it fails.
quietly() {
  "$@" >"$scratch/quiet.log" 2>&1 </dev/null || { tail -n 80 "$scratch/quiet.log"; echo "failed: $*"; return 1; }
}

# Copies, so that nothing is left beside the sources, and nothing there is imported by accident.
cp -R "$examples/consumer-project" "$examples/consumer-node" "$scratch/"

echo "consumer-project: its own tests, against $(basename "$wheel")"
"${PYTHON:-python3}" -m venv "$scratch/venv"
python=$scratch/venv/bin/python
quietly "$python" -m pip install "$wheel" "$scratch/consumer-project[tests]"
(cd "$scratch/consumer-project" && rm -r src && quietly "$python" -m pytest && tail -n 1 "$scratch/quiet.log")

if command -v npm >/dev/null; then
  echo "consumer-node: the corpus with ajv"
  quietly "$python" -m venezuela_news corpus "$scratch/corpus"
  cd "$scratch/consumer-node"
  quietly npm ci --no-audit --no-fund
  node check.mjs "$scratch/corpus"
  echo "consumer-node: the corpus with a checker of every rule"
  node rules.mjs "$scratch/corpus"
else
  echo "consumer-node: not tried, there is no npm"
fi
