#!/usr/bin/env bash
# Breaks the code in many ways and counts which breakages the tests notice: the scripts by a list of breakages kept by
# hand, the pure crates by cargo-mutants. SHARD=1/8 takes an eighth of the latter.
set -euo pipefail
cd "$(dirname "$0")/.."

node scripts/testing/mutants.mjs
# Their own tests only: those of other packages would be compiled again for each mutant.
for package in vault diary domain; do
  cargo mutants --package "$package" --output "target/mutants-$package" --jobs 2 --timeout 120 --no-shuffle \
    ${SHARD:+--shard "$SHARD"} "$@"
done
