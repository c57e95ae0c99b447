#!/usr/bin/env bash
# Prints the value of SOURCE_DATE_EPOCH, the moment at which a build measures the ages of facts: the variable if it
# is set, else the time of the last commit. It prints nothing without git, or with uncommitted changes in content/. The
# build then uses the date of the newest check.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
  printf '%s\n' "$SOURCE_DATE_EPOCH"
elif prefix=$(git rev-parse --show-prefix 2>/dev/null) && [ -z "$prefix" ] &&
  changed=$(git status --porcelain -- content 2>/dev/null) && [ -z "$changed" ]; then
  git log -1 --format=%ct 2>/dev/null || true
fi
