#!/usr/bin/env bash
# Says the moment that a build counts the ages of facts to, for SOURCE_DATE_EPOCH: the one that is set, or
# that of the last commit. It says nothing where that would be wrong: without git, and where content has
# been changed since. The build then takes the day of the newest check.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
  printf '%s\n' "$SOURCE_DATE_EPOCH"
elif prefix=$(git rev-parse --show-prefix 2>/dev/null) && [ -z "$prefix" ] &&
  changed=$(git status --porcelain -- content 2>/dev/null) && [ -z "$changed" ]; then
  git log -1 --format=%ct 2>/dev/null || true
fi
