# For the other scripts: a temporary folder that goes away, and packages in it. Source it; it leaves you in the folder.
set -euo pipefail
[ -z "${JAVA_HOME:-}" ] || PATH="$JAVA_HOME/bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# maven GROUP:ARTIFACT:VERSION...: these jars alone, without what they depend on, in lib/
maven() {
  for artifact in "$@"; do
    mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact="$artifact" -DoutputDirectory="$work/lib" >/dev/null
  done
}

# npm_packages NAME@VERSION...: in node_modules/
npm_packages() {
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" "$@" >/dev/null
}

# expect FILE: fails if what was printed is not what stands behind it on standard input
expect() {
  cat >"$work/expected"
  cat "$1"
  diff "$work/expected" "$1" >&2 || { echo "This has changed." >&2; exit 1; }
}
