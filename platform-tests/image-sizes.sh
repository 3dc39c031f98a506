#!/usr/bin/env bash
# Prints how many bytes of x86-64 code a native image holds for generated methods: those of the code-shape benchmark,
# whole and in parts, as table for docs/performance.md. About two minutes.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"
. "$(dirname "${BASH_SOURCE[0]}")/image.sh"

build
[ -n "${FANWISE_BUILT:-}" ] || (cd "$root" && mvn -q -B -ntp test-compile -pl benchmarks -am)
out=$target/image-sizes
mkdir -p "$out"
jar cf "$out/benchmarks.jar" -C "$root/benchmarks/target/classes" dev/fanwise
class_path=$out/benchmarks.jar:$class_path
image "$out/CodeShape" dev.fanwise.benchmarks.CodeShape -H:-DeleteLocalSymbols

nm -S --defined-only "$out/CodeShape" >"$out/symbols.txt"
sizes() { # name of the method for the whole and of that for a part: symbols do not tell them apart
  while read -r _ size _ _; do
    echo $((16#$size))
  done < <(grep " SizesInitializer_$1_" "$out/symbols.txt") | sort -rn | paste -sd '|' | sed 's/|/ | /'
}
echo '| n | uniform: larger | smaller | normal: larger | smaller |'
echo '|---|---|---|---|---|'
for n in 1 4 16 32 48 63 64 128 1024 65536; do
  echo "| $n | $(sizes "fillUniform$n") | $(sizes "fillNormal$n") |"
done
