#!/usr/bin/env bash
# Builds a program of the workspace and runs it: tools/run.sh prerender [argument…]
# `--workspace` gives it the features that the tests resolve to, so what both need is compiled once.
set -euo pipefail
program=$1
shift
unset CARGO_ENCODED_RUSTFLAGS # those of the WASMs (tools/build.sh)
cargo build --quiet --locked --workspace --bin "$program"
exec "${CARGO_TARGET_DIR:-target}/debug/$program" "$@"
