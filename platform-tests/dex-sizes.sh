#!/usr/bin/env bash
# Prints how many bytes of dex code generated methods take: the sizes of tensors of the code-shape benchmark, whole and
# in parts, as table for docs/performance.md; then the initialisers of samples and platform tests, class by class. Uses
# D8, which leaves methods as they are written; of Debian's package dexdump.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"

if ! command -v dexdump >/dev/null; then
  say "SKIPPED: sizes of dex code: no dexdump (Debian's package of that name)"
  exit 0
fi
build
[ -n "${FANWISE_BUILT:-}" ] || (cd "$root" && mvn -q -B -ntp test-compile -pl benchmarks -am)
out=$target/sizes
rm -rf "$out"
mkdir -p "$out/dex"
r8
java -cp "$r8_jar" com.android.tools.r8.D8 --release --min-api 21 --lib "$jdk" --output "$out/dex" \
  $(for jar in "${jars[@]}"; do echo --classpath "$jar"; done) \
  "$root"/benchmarks/target/classes/dev/fanwise/benchmarks/{Sizes,SizesInitializer*}.class "${jars[@]}"

# class, method, descriptor, bytes of instructions
dexdump "$out/dex/classes.dex" | awk '
  /^  Class descriptor/ { class = $4; gsub(/^.L|;.$/, "", class) }
  /^      name          :/ { name = $3; gsub(/\047/, "", name) }
  /^      type          :/ { type = $3; gsub(/\047/, "", type) }
  /^      insns size    :/ { print class, name, type, 2 * $4 }' >"$out/methods.txt"

size() { # name of a method of Sizes, descriptor
  awk -v name="$1" -v type="$2" \
    '$1 ~ /benchmarks.SizesInitializer$/ && $2 == name && $3 == type { print $4 }' "$out/methods.txt"
}
echo '| n | uniform: whole | part | normal: whole | part |'
echo '|---|---|---|---|---|'
for n in 1 4 16 32 48 63 64 128 1024 65536; do
  printf '| %s' "$n"
  for law in Uniform Normal; do
    printf ' | %s | %s' "$(size "fill$law$n" '([FJ)V')" "$(size "fill$law$n" '([FIJIJ)V')"
  done
  echo ' |'
done

echo
echo '| initialiser | methods | bytes of code | largest method |'
echo '|---|---|---|---|'
awk '$1 ~ /Initializer/ && $1 !~ /benchmarks|timing/ {
    class = $1; sub(/\$.*/, "", class); sub(/^dev.fanwise.(samples.)?/, "", class); gsub(/\//, ".", class)
    if ($1 ~ /\$/) { count[class]++; bytes[class] += $4; next }
    count[class]++; bytes[class] += $4
    if ($4 > most[class]) { most[class] = $4; largest[class] = $2 }
  }
  END { for (class in bytes) printf "| %s | %d | %d | %s, %d |\n", class, count[class], bytes[class], largest[class], most[class] }' \
  "$out/methods.txt" | sort
