#!/usr/bin/env bash
# Measures what docs/graalvm.md says of native images, beside HotSpot: the size with and without Fanwise, the time to
# the first initialised model, and the speed of fills. Builds two optimised images; about five minutes.
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

speed() { # name, command
  ${QUIET:-} "${@:2}" speed | sed "s/^/$1, ns for each element, first and fastest of 12: /"
}
speed HotSpot java -Xmx1g -cp "$class_path" "$package.FirstModel"
speed "native image" "$out/FirstModel"
