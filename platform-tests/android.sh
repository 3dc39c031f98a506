#!/usr/bin/env bash
# Compiles the program for Android 5.0 with D8 and with R8 in full mode, runs both on the Android Runtime and compares
# what they print with HotSpot. The control, which reflects, must work after D8 and fail after R8.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"

build
out=$target/android
rm -rf "$out"
mkdir -p "$out/d8" "$out/r8"
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
  -Dartifact=com.android.tools:r8:8.5.35 -DoutputDirectory="$out" -Dmdep.stripVersion=true -f "$root/pom.xml" -N
jdk=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")

tool() { # main class, further arguments
  local log
  log=$(java -cp "$out/r8.jar" "com.android.tools.r8.$1" --release --min-api 21 --lib "$jdk" "${@:2}" 2>&1)
  if [ -n "$log" ]; then
    echo "$log" >&2
    say "FAILED: $1 has something to say"
    exit 1
  fi
}

tool D8 --output "$out/d8" "${jars[@]}"
cat >"$out/rules.pro" <<'RULES'
-keep class dev.fanwise.platform.Main {
  public static void main(java.lang.String[]);
}
RULES
tool R8 --pg-conf "$root/platform-tests/android-app/app/proguard-rules.pro" --pg-conf "$out/rules.pro" \
  --no-data-resources --output "$out/r8" "${jars[@]}"
say "D8: $(wc -c <"$out/d8/classes.dex") bytes of dex; R8: $(wc -c <"$out/r8/classes.dex"); no warning of either"

art_kit=$(kit art) || give_up "the run on the Android Runtime"
art() { # d8 or r8, arguments
  "$art_kit/bin/art" "$out/$1/classes.dex" "$main" main "${@:2}" 2>"$out/$1.log"
}
for way in d8 r8; do
  art "$way" >"$out/$way.txt" || { cat "$out/$way.log" >&2; say "FAILED on ART after $way"; exit 1; }
  compare "ART after $way" "$out/$way.txt"
done

art d8 control "$control" >"$out/control.txt"
if ! grep -qxF -f "$out/control.txt" "$target/hotspot.txt"; then
  say "FAILED: after D8 the control does not work"
  exit 1
fi
# The kit's System.err is its standard output.
if art r8 control "$control" >"$out/r8-control.txt"; then
  say "FAILED: after R8 the control found $control by its name"
  exit 1
fi
if ! grep -m 1 "ClassNotFoundException: $control" "$out/r8-control.txt" >&2; then
  say "FAILED: after R8 the control did not die of its name"
  exit 1
fi
say "the control works after D8 and dies after R8"
