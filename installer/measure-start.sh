#!/usr/bin/env bash
# Measures, under Xvfb and openbox, how long it takes until a window is there, and the processor time until then: the desktop without
# and with a workspace, a bare window on the same run time with a start-up archive of its own, and XCA where it is installed.
# The programs take turns. Run it after `./cairn package`, on a machine that does nothing else.
#   measure-start.sh [ROUNDS]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rounds=${1:-7}
image=$here/target/image/cairn
bare=$here/../benchmarks/target/fast/cairn-benchmarks-0.1.0-SNAPSHOT.jar
for tool in Xvfb openbox xdotool; do command -v $tool >/dev/null || { echo "There is no $tool." >&2; exit 2; }; done
work=$(mktemp -d)
Xvfb :96 -screen 0 1280x800x24 >/dev/null 2>&1 &
display=$!
trap 'kill $display 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=:96 XDG_CONFIG_HOME=$work/config HOME=$work
sleep 1
openbox >/dev/null 2>&1 &
sleep 0.5
"$image/bin/cairn" demo --workspace "$work/ws" --out "$work/out" --devices 3 --services 2 >/dev/null
java=("$image/lib/runtime/bin/java" -XX:+UseSerialGC --enable-native-access=javafx.graphics -cp "$bare")
"${java[@]}" -XX:AOTCacheOutput="$work/bare.aot" -Xlog:disable -Xlog:all=error:stderr cairn.bench.window.BareWindow 2 >/dev/null 2>&1

one() { # NAME TITLE COMMAND...
  local name=$1 title=$2 start end pid ticks
  shift 2
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  pid=$!
  until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do sleep 0.01; done
  end=$(date +%s%N)
  ticks=$(awk '{print $14 + $15}' "/proc/$pid/stat")
  local rss
  rss=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")
  echo "$name $(((end - start) / 1000000)) $((ticks * 10)) $rss" >>"$work/figures"
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  while xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do sleep 0.05; done
}

for _ in $(seq "$rounds"); do
  one bare '^Bare window$' "${java[@]}" -XX:AOTCache="$work/bare.aot" cairn.bench.window.BareWindow
  one first-picture '^Cairn$' "$image/bin/cairn" desktop
  one workspace-open ' – Cairn$' "$image/bin/cairn" desktop --workspace "$work/ws"
  command -v xca >/dev/null && one xca 'X Certificate' xca
done
printf '%-16s %12s %12s %12s\n' "" "wall ms" "CPU ms" "RSS MiB"
for name in bare first-picture workspace-open xca; do
  grep "^$name " "$work/figures" 2>/dev/null | awk -v name=$name '
    { w[NR] = $2; c[NR] = $3; r[NR] = $4 }
    function median(a, n,  i, j, t) { for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (a[j] < a[i]) { t = a[i]; a[i] = a[j]; a[j] = t } return a[int((n + 1) / 2)] }
    END { if (NR) printf "%-16s %12d %12d %12d\n", name, median(w, NR), median(c, NR), median(r, NR) }'
done
