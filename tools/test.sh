#!/usr/bin/env bash
# Everything that CI runs, cheapest first, each step with its duration.
set -euo pipefail
cd "$(dirname "$0")/.."

epoch=$(tools/build_date.sh)
[ -z "$epoch" ] || export SOURCE_DATE_EPOCH="$epoch"

began=$SECONDS
step() { # what, command…
  local what=$1 from=$SECONDS
  shift
  printf '\n== %s\n' "$what"
  "$@" || { printf '\n== failed: %s\n' "$what" >&2; exit 1; }
  printf '== %s: %s s\n' "$what" $((SECONDS - from))
}

step "What testing needs" tools/install.sh test
step "Format" cargo fmt --check
step "Format, scripts and styles" npx --no-install --prefix tests prettier --check --log-level warn scripts style "{src,crates}/**/*.css"
step "Types of the scripts" node scripts/testing/types.mjs
step "Lints, on this machine" cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
step "Lints, for the browser" cargo clippy --quiet --locked --package sidedoor --package browser --package vault --package decoys --package diary_ui --target wasm32-unknown-unknown -- -D warnings
step "Lints, tests of the islands" cargo clippy --quiet --locked --package island_tests --tests --target wasm32-unknown-unknown -- -D warnings
step "Licences, bans and sources of what we depend on" cargo deny --offline --workspace --log-level error check licenses bans sources
step "The page" make --no-print-directory build
islands() { # in a browser, which the runner starts through its driver
  CHROMEDRIVER=$(command -v chromedriver) cargo test --locked --package island_tests --target wasm32-unknown-unknown
}
step "Islands, in Chromium" islands
step "Scripts, in Node" node --test scripts/*/*.test.mjs
step "The page in two pseudo-languages" tools/run.sh prerender --pseudo target/pseudo
step "Native and page tests" cargo test --locked --workspace --lib --bins --test content --test disk --test matching --test recheck --test keys --test opening --test prerender --test search --test volume --test open_data --test pages --test hosting --test advisories --test architecture --test documents --test glossary --test budgets
step "Examples in the documentation" cargo test --quiet --locked --workspace --doc
journeys() { # whose summary is printed whether they pass or not
  local outcome=0
  cargo test --locked --workspace --test journeys -- --test-threads 3 || outcome=$?
  tools/slowest.sh
  return $outcome
}
step "Journeys in Chromium, Firefox and WebKit" journeys
step "The tests left the tree as it was" git diff --exit-code --stat
printf '\nAll of it: %s s\n' $((SECONDS - began))
