#!/usr/bin/env bash
# Installs the Debian package, runs it by both its faces, and removes it again. Needs root. With Xvfb, openbox and xdotool the
# window is opened on a real display, else on the toolkit's own platform without one.
#   smoke-test.sh FILE.deb
set -euo pipefail
package=$1
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -z "${display_pid:-}" ] || kill "$display_pid" 2>/dev/null || true' EXIT
say() { echo "smoke test: $*"; }
fail() { echo "smoke test failed: $*" >&2; exit 1; }

dpkg -i "$package" >/dev/null
[ "$(command -v cairn)" = /usr/bin/cairn ] || fail "the command is not on the path"
cairn --version | grep -q '^Cairn ' || fail "the command line does not start"
say "installed: $(cairn --version)"

cairn demo --workspace "$work/ws" --out "$work/out" --devices 5 --services 2 >"$work/demo.txt" || { cat "$work/demo.txt"; fail "the demonstration"; }
grep -q 'All checks passed' "$work/demo.txt" || fail "the demonstration's checks"
say "the demonstration passed"

export XDG_CONFIG_HOME=$work/config HOME=$work
if command -v Xvfb >/dev/null && command -v xdotool >/dev/null; then
  Xvfb :97 -screen 0 1280x800x24 >/dev/null 2>&1 &
  display_pid=$!
  export DISPLAY=:97
  sleep 1
  cairn desktop --workspace "$work/ws" >"$work/window.txt" 2>&1 &
  window_pid=$!
  for _ in $(seq 1 100); do
    xdotool search --name ' – Cairn$' >/dev/null 2>&1 && break
    sleep 0.2
  done
  xdotool search --name ' – Cairn$' >/dev/null || { cat "$work/window.txt"; fail "no window with the workspace appeared"; }
  kill "$window_pid"
  wait "$window_pid" 2>/dev/null || true
  [ ! -s "$work/window.txt" ] || { cat "$work/window.txt"; fail "the window complained"; }
  say "the window opened on a display"
fi

dpkg -r cairn >/dev/null 2>"$work/removal.txt" || { cat "$work/removal.txt"; fail "the removal"; }
[ ! -e /usr/lib/cairn ] && [ ! -e /usr/bin/cairn ] || fail "something was left behind"
say "removed, nothing left behind"
