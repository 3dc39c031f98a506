#!/usr/bin/env bash
# Debian's dieharder on the words behind Fanwise's weights, in each of the orders of RawWords. Prints every p-value as a
# cell of a Markdown table, and counts.
#
#   benchmarks/dieharder.sh                    all four orders, and AES in counter mode (openssl) beside them
#   benchmarks/dieharder.sh parameter seeds    some of them
#
# The tests of an order read one stream, one after the other, with dieharder's own numbers of samples. A test that says
# WEAK or FAILED is repeated at once on the words that follow, with ten times the samples.
set -euo pipefail
cd "$(dirname "$0")/.."
orders=("$@")
[ $# -gt 0 ] || orders=(parameter names seeds elements aes)

command -v dieharder >/dev/null || { echo "dieharder is missing: apt-get install dieharder" >&2; exit 1; }
mvn -q -B -DskipTests package -pl benchmarks -am >&2
classes=benchmarks/target/classes:runtime/target/classes:annotations/target/classes
out=benchmarks/target/dieharder
mkdir -p "$out"

# Left out: 14, of which dieharder itself says "do not use", and 27 of the 33 lags of 203, which would take nine tenths
# of the time.
tests=({0..13} 15 16 17 100 101 102)
tests+=("200 -n "{1..12} "201 -n "{2..5} "202 -n "{2..5} "203 -n "{0,1,3,7,15,31} {204..209})

# The p-values of one test, a line each: test, ntup, tsamples, psamples, p, assessment.
p_values() {
  # Unquoted: number and options are words of their own.
  dieharder -g 200 -d $1 | grep -E '^ *[a-z0-9_]+\| +[0-9]+\|' | tr -d ' '
}

# Words without end. AES shows what dieharder says of words that are beyond doubt.
words() {
  case $1 in
    aes) openssl enc -aes-128-ctr -K 2a -iv 0 -in /dev/zero 2>/dev/null || true ;; # it fails when the pipe closes
    *) java -cp "$classes" dev.fanwise.benchmarks.RawWords "$1" ;;
  esac
}

battery() {
  local test lines samples
  for test in "${tests[@]}"; do
    lines=$(p_values "$test")
    echo "$lines"
    if grep -qE 'WEAK|FAILED' <<<"$lines"; then
      samples=$(head -n 1 <<<"$lines" | cut -d'|' -f4)
      p_values "$test -p $((10 * samples))" | sed 's/^/again: /'
    fi
  done
}

renice -n 10 $$ >/dev/null
for order in "${orders[@]}"; do
  words "$order" | battery >"$out/$order"
done
awk -F'|' -f benchmarks/dieharder.awk "${orders[@]/#/$out/}"
