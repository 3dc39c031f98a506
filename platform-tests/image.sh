# Builds native images: by the GraalVM in GRAALVM_HOME, or by the kit; sourced by the scripts beside it, after kits.sh.

if [ -z "${GRAALVM_HOME:-}" ]; then
  builder=$(kit native-image) || give_up "native images; GRAALVM_HOME is not set either"
fi

# The same jars and options make the same image: what is there is taken again.
image() { # output, main class, further options
  local sum
  sum=$( (find "${jars[@]}" -type f -exec cat {} + && echo "$*") | sha256sum)
  if [ -x "$1" ] && [ "$(cat "$1.sum" 2>/dev/null)" = "$sum" ]; then
    return
  fi
  say "building $2 as an image: two minutes and 3.4 GB of memory"
  local options=("${@:3}")
  local command=("${builder:-}/native-image" "$class_path" "$2" "$1" "${options[@]/=/@user=}")
  if [ -n "${GRAALVM_HOME:-}" ]; then
    command=("$GRAALVM_HOME/bin/native-image" -cp "$class_path" -H:+UnlockExperimentalVMOptions "${options[@]}"
      -o "$1" "$2")
  fi
  if ! "${command[@]}" >"$1.log" 2>&1; then
    tail -40 "$1.log" >&2
    say "FAILED: no image"
    exit 1
  fi
  echo "$sum" >"$1.sum"
}
