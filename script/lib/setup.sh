# Installs missing tools for building and testing Takeon.
#
# The scripts in the parent folder source it from the root of the checkout:
#
#   source script/lib/setup.sh
#   need_build_tools    # Rust's wasm target, wasm-bindgen, Trunk, npm packages
#   need_browsers       # Chromium and its driver, and Firefox if available
#   need_webkit         # WebKitGTK and its driver, if available
#
# Everything is installed in the checkout, except the wasm target (by rustup) and
# the browsers (by apt-get, if that needs no password).

WASM_BINDGEN_VERSION=0.2.129 # Must equal that in Cargo.toml.
TRUNK_VERSION=0.21.14

# The checkout's tools come first, because the system may have an old wasm-opt.
export PATH="$PWD/node_modules/.bin:$PWD/.tools/bin:$PATH"
command -v cargo >/dev/null || export PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

say() { printf '%s\n' "$*"; }
stop() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

need_build_tools() {
  need_rust
  need_node
  need_npm_packages
  need_cargo_tool wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN_VERSION" "1 to 3 minutes"
  need_cargo_tool trunk trunk "$TRUNK_VERSION" "2 to 6 minutes" --no-default-features
  # Intermediate files of the two compilations are large.
  rm -rf .tools/target
}

need_rust() {
  has cargo || stop "Rust is missing. Install it from https://rustup.rs, then run this again."
  local target=wasm32-unknown-unknown
  [ -d "$(rustc --print target-libdir --target "$target")" ] && return
  has rustup || stop "this Rust cannot build for $target, and there is no rustup to add it.
Install Rust from https://rustup.rs, or your system's package of Rust's standard library for wasm32."
  say "Adding Rust's $target target (some seconds) ..."
  rustup target add "$target"
}

need_node() {
  local wanted="Install Node.js 20 or newer from https://nodejs.org, then run this again."
  has node && has npm || stop "Node.js or npm is missing. $wanted"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || stop "this Node.js is version $major. $wanted"
}

need_npm_packages() {
  # npm would empty the target of a link, which another checkout may use.
  [ -L node_modules ] && return
  local stamp=node_modules/.package-lock.json
  [ -e "$stamp" ] && [ ! package-lock.json -nt "$stamp" ] && return
  say "Installing the npm packages into node_modules (about half a minute) ..."
  npm ci --no-audit --no-fund --loglevel=error
  touch "$stamp"
}

# need_cargo_tool PACKAGE COMMAND VERSION TIME [OPTION…]
need_cargo_tool() {
  local package=$1 command=$2 version=$3 time=$4
  shift 4
  [ "$("$command" --version 2>/dev/null)" = "$command $version" ] && return
  say "Compiling $package $version into .tools (once; $time on two cores) ..."
  # Without optimisation, because that takes longer than it saves. In a subshell, because the
  # settings must not affect the build of Takeon.
  (
    unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET
    export CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off
    export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0
    # In a fixed folder, an interrupted compilation continues.
    export CARGO_TARGET_DIR=$PWD/.tools/target
    # Progress is for terminals: in a log it is 300 lines.
    [ -t 2 ] || export CARGO_TERM_QUIET=true
    cargo install --locked --root .tools --version "$version" "$@" "$package"
  )
}

# Sets CHROME to Chromium or Chrome, and FIREFOX to Firefox or, if there is none, to nothing.
need_browsers() {
  find_browsers
  local wanted=()
  [ -n "$CHROME" ] || wanted+=(chromium)
  [ -n "$CHROMEDRIVER" ] || wanted+=(chromium-driver)
  if [ ${#wanted[@]} -gt 0 ]; then
    [ -n "$FIREFOX" ] || wanted+=(firefox-esr)
    install_with_apt "${wanted[@]}" || true
    find_browsers
  fi
  local by_hand="Install them by hand (Debian: apt-get install chromium chromium-driver), or name them
in the environment variables CHROME and CHROMEDRIVER, then run this again."
  [ -n "$CHROME" ] || stop "the browser tests need Chromium or Chrome. $by_hand"
  [ -n "$CHROMEDRIVER" ] || stop "the wasm tests need chromedriver, of the browser's own version. $by_hand"
  [ -n "$FIREFOX" ] || say "There is no Firefox here, so the browser tests run in Chromium only."
  export CHROME CHROMEDRIVER FIREFOX
}

# Sets WEBKIT_DRIVER to the driver of WebKitGTK or, if that cannot run here, to nothing.
need_webkit() {
  WEBKIT_DRIVER=$(first_of WebKitWebDriver)
  if [ -z "$WEBKIT_DRIVER" ] || ! has xvfb-run || ! has xauth; then
    install_with_apt webkit2gtk-driver xvfb xauth || true
    WEBKIT_DRIVER=$(first_of WebKitWebDriver)
  fi
  has xvfb-run && has xauth && has timeout || WEBKIT_DRIVER=
  [ -n "$WEBKIT_DRIVER" ] || say "WebKitGTK is not tested here: it needs WebKitWebDriver, xvfb-run and timeout
(Debian: apt-get install webkit2gtk-driver xvfb xauth)."
  export WEBKIT_DRIVER
}

find_browsers() {
  CHROME=${CHROME:-$(first_of chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first_of chromedriver)}
  FIREFOX=${FIREFOX:-$(first_of firefox-esr firefox)}
}

# first_of COMMAND… prints the path of the first that exists, or nothing.
first_of() {
  local command
  for command in "$@"; do
    command -v "$command" && return
  done
  return 0
}

install_with_apt() {
  has apt-get || return
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo && sudo -n true 2>/dev/null || return
    root=(sudo -n)
  fi
  say "Installing $* with apt-get (about half a minute) ..."
  local log
  log=$(mktemp)
  if "${root[@]}" apt-get update -qq >"$log" 2>&1 &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -qq -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}
