# What the commands in this folder share; they are started in the repository's root.

# The modules that are published, by their folders.
published=bom,annotations,runtime,checkpoint,adapt,card,processor
published+=,engines/core,engines/djl,engines/dl4j,engines/tensorflow,spark

# Copies what git knows or would add, as it is in the work tree, into a folder.
copy_sources() { # folder
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    tar --create --null --files-from=- | tar --extract --directory="$1"
}

# The version that all poms have.
version() {
  sed -n '/<artifactId>fanwise-parent</,/<version>/s:.*<version>\(.*\)</version>.*:\1:p' pom.xml
}
