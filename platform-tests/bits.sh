#!/usr/bin/env bash
# Prints which platforms draw the same bits, as the table of docs/reproducibility.md: every JDK of this machine from 17
# on, interpreted and with each compiler, with and without vectors; a native image; the Android Runtime.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/kits.sh"

build
export FANWISE_BUILT=1
java -cp "$class_path" "$main" >"$target/hotspot.txt"
total=$(wc -l <"$target/hotspot.txt")
failed=0
table=$target/bits.md
printf '| platform | how it runs | lines as on HotSpot |\n|---|---|---|\n' >"$table"

row() { # platform, how it runs, file of its lines
  local same
  same=$(paste -d = "$target/hotspot.txt" "$3" | awk -F = 'NF == 2 && $1 == $2 { n++ } END { print n + 0 }')
  cmp -s "$target/hotspot.txt" "$3" || failed=1
  printf '| %s | %s | %s of %s |\n' "$1" "$2" "$same" "$total" >>"$table"
}

skipped() { # platform, how it runs, the script's words
  printf '| %s | %s | not run: %s |\n' "$1" "$2" "$(sed -n 's/^== no kit [^:]*: //p' "$3" | head -1)" >>"$table"
}

# Compilers get their turn after a hundredth of the usual number of calls and loops, since the models are small.
compiled=(-Xbatch -XX:CompileThresholdScaling=0.01)
jvm() { # java, how it runs, options
  # What the JVM itself says, such as warnings, goes where it is read and not compared.
  "$1/bin/java" -XX:+DisplayVMOutputToStderr "${@:3}" -cp "$class_path" "$main" >"$target/jvm.txt"
  local version
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release")
  row "HotSpot $version" "$2" "$target/jvm.txt"
}

default_home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
for home in "$(dirname "$default_home")"/*; do
  [ -x "$home/bin/javac" ] && [ ! -L "$home" ] || continue
  [ "$("$home/bin/javac" -version 2>&1 | sed 's/^javac \([0-9]*\).*/\1/')" -ge 17 ] || continue
  jvm "$home" "\`-Xint\`" -Xint
  jvm "$home" "C1" "${compiled[@]}" -XX:TieredStopAtLevel=1
  jvm "$home" "C2" "${compiled[@]}" -XX:-TieredCompilation
  jvm "$home" "C2, \`-XX:-UseSuperWord\`" "${compiled[@]}" -XX:-TieredCompilation -XX:-UseSuperWord
  if [ "$(uname -m)" = x86_64 ]; then
    for avx in 0 1 2 3; do
      # A JVM lowers the flag to what the processor has; a row is what was run.
      used=$("$home/bin/java" -XX:UseAVX=$avx -XX:+PrintFlagsFinal -version 2>/dev/null \
        | sed -n 's/^ *intx* *UseAVX *= *\([0-9]\).*/\1/p')
      [ -n "$used" ] || { say "FAILED: $home does not say which UseAVX it has"; exit 1; }
      [ "$used" = $avx ] || continue
      jvm "$home" "C2, \`-XX:UseAVX=$avx\`" "${compiled[@]}" -XX:-TieredCompilation -XX:UseAVX=$avx
    done
  fi
done

here=$root/platform-tests
rm -f "$target/native/main.txt" "$target/android/d8.txt" "$target/android/r8.txt"
"$here/native-image.sh" 2>&1 | tee "$target/native.log" >&2
if [ -f "$target/native/main.txt" ]; then
  row "native image, SubstrateVM" "strict, without metadata" "$target/native/main.txt"
else
  skipped "native image, SubstrateVM" "strict, without metadata" "$target/native.log"
fi
"$here/android.sh" 2>&1 | tee "$target/android.log" >&2
for way in D8 R8; do
  if [ -f "$target/android/${way,,}.txt" ]; then
    row "Android Runtime 11" "interpreter, after $way" "$target/android/${way,,}.txt"
  else
    skipped "Android Runtime 11" "interpreter, after $way" "$target/android.log"
  fi
done

cat "$table"
[ "$failed" = 0 ] || { say "FAILED: some lines differ"; exit 1; }
