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
size() { # name of a method of Sizes, number of its parameters
  awk -v name="SizesInitializer_$1_" 'index($4, name) && NF == 4 { print strtonum("0x" $2) }' "$out/symbols.txt" |
    sort -n | paste -sd ' '
}
for n in 1 4 16 32 48 63 64 128 1024 65536; do
  printf '%s: uniform %s, normal %s\n' "$n" "$(size "fillUniform$n")" "$(size "fillNormal$n")"
done
