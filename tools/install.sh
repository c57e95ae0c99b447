#!/usr/bin/env bash
# Installs missing dependencies for building (`build`), testing (`test`) or mutation testing (`mutants`).
# Programs built from source go into one folder in the user's cache: this affects neither the system nor other
# projects' versions, and a fresh clone reuses them.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=${SIDEDOOR_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/sidedoor-tools}
export PATH="$tools/bin:$PATH:/usr/sbin" # Debian installs servers there

trunk_version=0.21.14       # 0.22 refuses the pinned Rust
geckodriver_version=0.37.1
deny_version=0.20.2
mutants_version=27.1.0
bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)

say() { printf '  %s\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

# --- system packages --------------------------------------------------------------------------------

missing_packages=()
want() { # package, command
  command -v "$2" >/dev/null 2>&1 || missing_packages+=("$1")
}

install_packages() {
  [ ${#missing_packages[@]} -eq 0 ] && return
  say "installing Debian packages: ${missing_packages[*]}"
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  if ! command -v apt-get >/dev/null 2>&1 || { [ ${#root[@]} -gt 0 ] && ! command -v sudo >/dev/null 2>&1; }; then
    stop "This machine lacks some programs, and only Debian (as root or with sudo) can get them by itself.
Install what these Debian packages hold, then run make again: ${missing_packages[*]}"
  fi
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get update -qq
  "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing_packages[@]}" >/dev/null
}

# Servers for the hosting tests. Installing their packages would set up and start a server on this machine, so
# they are only unpacked, into the cache folder.
unpack_server() { # command, package…
  local command=$1 folder package
  shift
  [ -x "$tools/bin/$command" ] && return
  command -v apt-get >/dev/null 2>&1 || { say "no Debian here: tests behind $command are left out"; return; }
  say "unpacking Debian's $* for the tests"
  folder=$(mktemp -d)
  chmod 755 "$folder"
  (cd "$folder" && { apt-get download -qq "$@" 2>/dev/null || { apt-get update -qq && apt-get download -qq "$@"; }; })
  for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$tools/hosts"; done
  rm -rf "$folder"
  mkdir -p "$tools/bin"
  ln -sf "$(find "$tools/hosts/usr/bin" "$tools/hosts/usr/sbin" -name "$command" 2>/dev/null | head -1)" "$tools/bin/$command"
}

# --- programs from source ------------------------------------------------------------------------

have() { # command, version
  # No `grep -q`: it would close the pipe early, and a program that fails on that would look missing.
  command -v "$1" >/dev/null 2>&1 && "$1" --version 2>/dev/null | grep -wF "$2" >/dev/null
}

build_tool() { # command, package, version, cargo arguments…
  local command=$1 package=$2 version=$3
  shift 3
  have "$command" "$version" && return
  local level=0
  [ "$command" != wasm-bindgen ] || level=1 # it processes every WASM of a build
  say "building $package $version (once, a few minutes)"
  # They run briefly, so compile time matters more than speed.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=$level CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$tools/build" \
    cargo install --quiet --locked --force --root "$tools" "$@" "$package@$version"
}

what_building_needs() {
  command -v cargo >/dev/null 2>&1 || stop "Rust is missing. Install it with rustup (see https://www.rust-lang.org), then run make again."
  want gcc cc
  install_packages
  local libraries
  libraries=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null || true)
  if [ ! -d "$libraries" ]; then
    say "adding Rust's wasm32-unknown-unknown target"
    rustup target add wasm32-unknown-unknown >/dev/null 2>&1 ||
      stop "Rust's wasm32-unknown-unknown target is missing and rustup could not add it. Add it, then run make again."
  fi
}

tools_for_building() {
  build_tool wasm-bindgen wasm-bindgen-cli "$bindgen_version" --no-default-features
  build_tool trunk trunk "$trunk_version" --no-default-features # without TLS: it has nothing to fetch
}

what_testing_needs() {
  want chromium chromium
  want chromium-driver chromedriver
  want firefox-esr firefox-esr
  want webkit2gtk-driver WebKitWebDriver
  want xvfb Xvfb
  want xdotool xdotool
  want nodejs node
  want npm npm
  want apache2-bin apache2
  # For the reader in tests/readers/, with Debian's own Python.
  /usr/bin/python3 -c 'import argon2, cryptography' 2>/dev/null || missing_packages+=(python3-argon2 python3-cryptography)
  install_packages
  unpack_server nginx nginx libnginx-mod-http-brotli-static
  unpack_server caddy caddy
  local package
  for package in axe-core govuk-frontend lighthouse prettier typescript; do
    [ ! -f "tests/node_modules/$package/package.json" ] || continue
    say "fetching the tests' npm packages (from tests/package-lock.json)"
    npm ci --prefix tests --no-audit --no-fund --loglevel=error
    break
  done
}

tools_for_testing() {
  command -v cargo-fmt >/dev/null 2>&1 && command -v cargo-clippy >/dev/null 2>&1 ||
    rustup component add rustfmt clippy >/dev/null 2>&1 ||
    stop "rustfmt and clippy are missing. Add them (rustup component add rustfmt clippy), then run make again."
  build_tool geckodriver geckodriver "$geckodriver_version"
  build_tool cargo-deny cargo-deny "$deny_version" --no-default-features
}

case ${1:-} in
  build)
    what_building_needs
    tools_for_building
    ;;
  test)
    what_building_needs
    # Download dependencies while the programs compile.
    what_testing_needs &
    fetching=$!
    trap 'wait "$fetching" || true' EXIT
    tools_for_building
    tools_for_testing
    wait "$fetching"
    trap - EXIT
    ;;
  mutants)
    what_building_needs
    build_tool cargo-mutants cargo-mutants "$mutants_version"
    ;;
  *) stop "usage: tools/install.sh build|test|mutants" ;;
esac
rm -rf "$tools/build"
