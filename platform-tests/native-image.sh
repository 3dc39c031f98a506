#!/usr/bin/env bash
# Builds a strict native image of the program, without any metadata, and compares what it prints with HotSpot. The
# control, which reflects, must die in it. With GRAALVM_HOME that GraalVM builds it, otherwise the kit does.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"

build
out=$target/native
mkdir -p "$out"
image() { # class path, main class, output, further options
  if [ -n "${GRAALVM_HOME:-}" ]; then
    "$GRAALVM_HOME/bin/native-image" -cp "$1" -H:+UnlockExperimentalVMOptions "${@:4}" -o "$3" "$2"
  else
    "$builder/native-image" "$1" "$2" "$3" "${@:4}"
  fi
}
if [ -z "${GRAALVM_HOME:-}" ]; then
  builder=$(kit native-image) || give_up "the native image; GRAALVM_HOME is not set either"
fi

# The same jars make the same image: what is there is taken again.
sum=$(cat "${jars[@]}" | sha256sum)
if [ ! -x "$out/main" ] || [ "$(cat "$out/main.sum" 2>/dev/null)" != "$sum" ]; then
  say "building the image: about two minutes, 3.4 GB of memory"
  image "$class_path" "$main" "$out/main" -H:Optimize@user=b -H:ThrowMissingRegistrationErrors@user= \
    >"$out/build.log" 2>&1 || { tail -40 "$out/build.log" >&2; say "FAILED: no image"; exit 1; }
  echo "$sum" >"$out/main.sum"
fi

"$out/main" >"$out/main.txt"
compare "native image" "$out/main.txt"
if "$out/main" control "$control" >/dev/null 2>"$out/control.log"; then
  say "FAILED: the control found $control by its name"
  exit 1
fi
grep -q MissingReflectionRegistrationError "$out/control.log"
say "the control: $(grep -m 1 -o 'MissingReflectionRegistrationError: [^.]*' "$out/control.log")"
