#!/usr/bin/env bash
# Builds dist/ and kit/.
set -euo pipefail
cd "$(dirname "$0")/.."

epoch=$(tools/build_date.sh)
[ -z "$epoch" ] || export SOURCE_DATE_EPOCH="$epoch"

# Panic messages hold the paths of sources. Without these flags the WASMs would name folders of this machine and our
# crates. The standard library's sources are in the sysroot if the component rust-src is installed, else below /rustc.
# `CARGO_ENCODED_RUSTFLAGS` is separated by 0x1f, so a path may contain a space.
flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="
flags+=$'\x1f'"--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
for crate in crates/*; do flags+=$'\x1f'"--remap-path-prefix=$crate/src=src"; done
flags+=$'\x1f'"--remap-path-prefix=$PWD="

cargo fetch --quiet --locked
CARGO_TERM_QUIET=true NO_COLOR=true CARGO_ENCODED_RUSTFLAGS=$flags trunk build --release --locked --offline --quiet
