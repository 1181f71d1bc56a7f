#!/usr/bin/env bash
# Builds the application's jar twice, in two folders and under different circumstances (time zone, language, umask, order of files), and
# compares the bytes. Says where they differ and ends with 1 when they do.
#
#   check-reproducible.sh [MAVEN-OPTION...]     for example -o
#
#   OTHER_JAVA_HOME   a JDK that Maven itself runs on for the second build
set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# build FOLDER UMASK ORDER MAVEN-OPTION...: the copy is written in another order, which is the order in which a folder is read.
build() {
  local folder=$1 mask=$2 order=$3
  shift 3
  mkdir -p "$folder"
  (
    umask "$mask"
    cd "$top"
    find pom.xml LICENSE NOTICE icons installer src/main src/build -type f | LC_ALL=C sort "$order" | tar -cf - --no-recursion -T - | tar -xmf - -C "$folder"
    cd "$folder"
    mvn -B -q "$@" package -Dmaven.test.skip=true
  )
}

TZ=UTC LC_ALL=C build "$work/one" 022 -f "$@"
if [[ -n ${OTHER_JAVA_HOME:-} ]]; then
  export JAVA_HOME=$OTHER_JAVA_HOME
fi
TZ=Pacific/Chatham LC_ALL=C.UTF-8 build "$work/a longer way to two" 027 -r "$@"

first=$(find "$work/one/target" -maxdepth 1 -name 'satchel-*.jar')
second=$(find "$work/a longer way to two/target" -maxdepth 1 -name 'satchel-*.jar')
if cmp -s "$first" "$second"; then
  echo "reproducible: $(basename "$first") $(sha256sum "$first" | cut -d ' ' -f 1)"
  exit 0
fi
echo "check-reproducible.sh: two builds of the same sources gave different jars." >&2
diff <(unzip -lv "$first" | tail -n +2) <(unzip -lv "$second" | tail -n +2) | head -20 >&2 || true
exit 1
