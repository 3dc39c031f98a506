#!/usr/bin/env bash
# Builds a strict native image of the program, without any metadata, and compares what it prints with HotSpot. The
# control, which reflects, must die in it. With GRAALVM_HOME that GraalVM builds it, otherwise the kit does.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"
. "$(dirname "${BASH_SOURCE[0]}")/image.sh"

build
out=$target/native
mkdir -p "$out"
image "$out/main" "$main" -H:Optimize=b -H:ThrowMissingRegistrationErrors=

"$out/main" >"$out/main.txt"
compare "native image" "$out/main.txt"
"$out/main" checkpoints >"$out/checkpoints.txt"
compare "native image" "$out/checkpoints.txt" checkpoints
if "$out/main" control "$control" >/dev/null 2>"$out/control.log"; then
  say "FAILED: the control found $control by its name"
  exit 1
fi
if ! grep -m 1 -o "MissingReflectionRegistrationError: .*'$control'" "$out/control.log" >&2; then
  say "FAILED: the control did not die of reflection"
  exit 1
fi
say "the control dies in the image"
