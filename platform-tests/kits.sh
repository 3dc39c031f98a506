# Where native-image builders and Android Runtimes come from; sourced by the scripts beside it.
#
# A kit is a folder with a script prepare.sh, which makes it ready in a folder that is kept. Kits are looked for in
# $FANWISE_KITS and in ../shared/kits beside this checkout, and made for Debian 12 on amd64. Without them a script
# says what it leaves out, and why.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=$root/platform-tests/target
main=dev.fanwise.platform.Main
control=dev.fanwise.platform.LayersInitializer

say() { echo "== $*" >&2; }

# Prints the folder of a prepared kit, or fails after it has said why there is none.
kit() { # name
  local kits=${FANWISE_KITS:-$root/../shared/kits}
  local source=$kits/$1
  if [ ! -f "$source/prepare.sh" ]; then
    say "no kit $1: neither in FANWISE_KITS nor in ../shared/kits"
    return 1
  fi
  if [ "$(uname -m)" != x86_64 ] || ! grep -qs '^VERSION_ID="12"' /etc/os-release; then
    say "no kit $1: it is for Debian 12 on amd64"
    return 1
  fi
  local kept=${XDG_CACHE_HOME:-$HOME/.cache}/fanwise/$1
  local sum
  sum=$(cd "$source" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [ "$(cat "$kept/prepared" 2>/dev/null)" != "$sum" ]; then
    say "preparing kit $1, once"
    mkdir -p "$kept"
    if ! bash "$source/prepare.sh" "$kept" >"$kept/prepare.log" 2>&1; then
      tail -20 "$kept/prepare.log" >&2
      say "kit $1 could not be prepared"
      return 1
    fi
    echo "$sum" >"$kept/prepared"
  fi
  echo "$kept"
}

# Kits named by FANWISE_KITS must work; those beside the checkout are left out, aloud, if they cannot be prepared.
give_up() { # what was left out
  if [ -n "${FANWISE_KITS:-}" ]; then
    say "FAILED: $1"
    exit 1
  fi
  say "SKIPPED: $1"
  exit 0
}

# Builds the program, and runs the test that finds reflection: an image or a shrinker may see through a call by a
# constant name, which then works there by luck.
build() {
  if [ -z "${FANWISE_BUILT:-}" ]; then
    (cd "$root" && mvn -q -B -ntp package -pl platform-tests -am \
      -Dtest=NoReflectionTest -Dsurefire.failIfNoSpecifiedTests=false)
  fi
  jars=()
  for module in platform-tests samples runtime annotations checkpoint adapt; do
    jars+=("$(ls "$root/$module/target/fanwise-$module"-*.jar | grep -v -e -sources -e -javadoc)")
  done
  class_path=$(IFS=:; echo "${jars[*]}")
}

# Fails unless a platform printed what HotSpot prints.
compare() { # platform, file of its lines, arguments
  local expected=$target/hotspot${3:+-$3}.txt
  java -cp "$class_path" "$main" "${@:3}" >"$expected"
  if ! cmp "$expected" "$2"; then
    say "FAILED: $1 does not print what HotSpot prints"
    exit 1
  fi
  say "$1: $(wc -l <"$2") lines${3:+ of $3}, all as on HotSpot"
}

# Fetches D8 and R8.
r8() {
  jdk=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  r8_jar=$target/android-tools/r8.jar
  fetched com.android.tools:r8:8.5.35 "$r8_jar"
}

# Has a jar in a place of our own.
fetched() { # coordinates, file
  [ -f "$2" ] || mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -N -f "$root/pom.xml" \
    -Dartifact="$1" -DoutputDirectory="$(dirname "$2")" -Dmdep.stripVersion=true
}
