#!/usr/bin/env bash
# Compiles the program for Android 5.0 with D8 and with R8 in full mode, runs both on the Android Runtime and compares
# what they print with HotSpot. The control, which reflects, must work after D8 and fail after R8.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"

build
out=$target/android
rm -rf "$out"
mkdir -p "$out/d8" "$out/r8"
r8

tool() { # main class, further arguments
  local log
  log=$(java -cp "$r8_jar" "com.android.tools.r8.$1" --release --min-api 21 --lib "$jdk" "${@:2}" 2>&1)
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
tool R8 --pg-conf "$out/rules.pro" --no-data-resources --output "$out/r8" "${jars[@]}"
say "D8: $(wc -c <"$out/d8/classes.dex") bytes of dex; R8: $(wc -c <"$out/r8/classes.dex"); no warning of either"

# The project of docs/android.md: no rules but its own, which are none, and the one that Android's build makes of the
# manifest.
app=$root/platform-tests/android-app/app
android=$target/android-tools/android-all.jar
fetched org.robolectric:android-all:11-robolectric-6757853 "$android"
processor=$(ls "$root"/processor/target/fanwise-processor-*.jar | grep -v -e -sources -e -javadoc)
mkdir -p "$out/app-classes" "$out/app"
javac --release 11 -d "$out/app-classes" -cp "$class_path:$android" -processorpath "$processor:$class_path" \
  "$app"/src/main/java/org/example/app/*.java
jar cf "$out/app.jar" -C "$out/app-classes" .
echo '-keep class org.example.app.MainActivity { <init>(); }' >"$out/manifest.pro"
tool R8 --lib "$android" --pg-conf "$app/proguard-rules.pro" --pg-conf "$out/manifest.pro" --no-data-resources \
  --output "$out/app" "$out/app.jar" "${jars[2]}" "${jars[3]}"
say "the example app: $(wc -c <"$out/app/classes.dex") bytes of dex after R8, no warning"

art_kit=$(kit art) || give_up "the run on the Android Runtime"
art() { # d8 or r8, arguments
  "$art_kit/bin/art" "$out/$1/classes.dex" "$main" main "${@:2}" 2>"$out/$1.log"
}
for way in d8 r8; do
  art "$way" >"$out/$way.txt" || { cat "$out/$way.log" >&2; say "FAILED on ART after $way"; exit 1; }
  compare "ART after $way" "$out/$way.txt"
  # Without charsets and views of buffers, which are native code, there are no files.
  if art "$way" checkpoints >"$out/$way-checkpoints.txt"; then
    compare "ART after $way" "$out/$way-checkpoints.txt" checkpoints
  elif grep -m 1 "UnsatisfiedLinkError: No implementation found for .* libcore\." "$out/$way-checkpoints.txt" >&2; then
    say "SKIPPED: checkpoints on ART after $way: this runtime lacks parts of Android's core library"
  else
    cat "$out/$way-checkpoints.txt" "$out/$way.log" >&2
    say "FAILED: checkpoints on ART after $way"
    exit 1
  fi
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
