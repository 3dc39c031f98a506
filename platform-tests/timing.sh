#!/usr/bin/env bash
# Measures what docs/graalvm.md says of native images, beside HotSpot: the size with and without Fanwise, the time to
# the first initialised model, and the speed of fills, that on the Android Runtime, too, where its kit is. Builds three
# optimised images; about seven minutes.
#
# With FANWISE_BEFORE, the class path of another build's runtime and annotations, also the speed of its fills.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"
. "$(dirname "${BASH_SOURCE[0]}")/image.sh"

build
out=$target/timing
mkdir -p "$out"
package=dev.fanwise.platform.timing
for program in FirstModel FirstModelWithout; do
  image "$out/$program" "$package.$program"
  say "$program: $(wc -c <"$out/$program") bytes"
done

${QUIET:-} java -cp "$class_path:$root/platform-tests/target/test-classes" "$package.StartUpTable" \
  "native image, FirstModel" "$out/FirstModel" "native image, FirstModelWithout" "$out/FirstModelWithout"

rows() { # name, command
  ${QUIET:-} "${@:2}" | sed "s/^/$1, ns for each element, first and fastest: /"
}

dex() { # output folder, class path
  local folder jar inputs=()
  mkdir -p "$1"
  for folder in ${2//:/ }; do
    jar=$1/$(basename "$folder" .jar)-${#inputs[@]}.jar
    if [ -d "$folder" ]; then jar cf "$jar" -C "$folder" .; else cp "$folder" "$jar"; fi
    inputs+=("$jar")
  done
  java -cp "$r8_jar" com.android.tools.r8.D8 --release --min-api 21 --lib "$jdk" --output "$1" "${inputs[@]}"
}

speed() { # whose, its class path
  local class_path=$2 jars=(${2//:/ })
  rows "HotSpot, $1" java -Xmx1g -cp "$2" "$package.FillSpeed" 17000000 12
  image "$out/FillSpeed-${1// /-}" "$package.FillSpeed"
  rows "native image, $1" "$out/FillSpeed-${1// /-}" 17000000 12
  if [ -n "$art" ]; then
    dex "$out/dex-${1// /-}" "$2"
    rows "Android Runtime, $1" "$art/bin/art" "$out/dex-${1// /-}/classes.dex" "$package.FillSpeed" main 100000 3
  fi
}

art=$(kit art) || say "SKIPPED: the Android Runtime"
[ -z "$art" ] || r8
program=$out/program.jar
jar cf "$program" -C "$root/platform-tests/target/classes" dev/fanwise/platform/timing
speed "this build" "$program:$(ls "$root"/{runtime,annotations}/target/fanwise-*.jar | grep -v -e -sources -e -javadoc | paste -sd:)"
if [ -n "${FANWISE_BEFORE:-}" ]; then
  speed "the build before" "$program:$FANWISE_BEFORE"
fi
