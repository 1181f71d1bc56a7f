#!/usr/bin/env bash
# Completes the .deb that jpackage made: what belongs outside /opt/satchel becomes the package's own, so that dpkg installs and removes it,
# and the control files are ours. Why after jpackage: docs/decisions/0015-packages.md.
#
#   complete-deb.sh [--third-party FILE] [--sbom FILE] INPUT.deb OUTPUT.deb
#
#   --third-party, --sbom   as for lay-out.sh
#   SOURCE_DATE_EPOCH       no file in the package is younger; the time of the last commit when it is not set
#
# The same input and the same SOURCE_DATE_EPOCH give the same bytes. Needs dpkg-deb and no rights.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
lay_out=()

while [[ $# -gt 0 ]]; do
  case $1 in
    --third-party | --sbom)
      lay_out+=("$1" "$2")
      shift 2
      ;;
    -*)
      echo "complete-deb.sh: '$1' is no option" >&2
      exit 2
      ;;
    *) break ;;
  esac
done
if [[ $# -ne 2 ]]; then
  echo "usage: complete-deb.sh [--third-party FILE] [--sbom FILE] INPUT.deb OUTPUT.deb" >&2
  exit 2
fi
input=$1
output=$2
if [[ -z ${SOURCE_DATE_EPOCH:-} ]]; then
  SOURCE_DATE_EPOCH=$(git -C "$here" log -1 --format=%ct 2>/dev/null) || {
    echo "complete-deb.sh: set SOURCE_DATE_EPOCH; there is no commit here to take it from" >&2
    exit 2
  }
fi
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
dpkg-deb -R "$input" "$root"

field() {
  dpkg-deb -f "$input" "$1"
}
if [[ $(field Package) != satchel || ! -x $root/opt/satchel/bin/satchel ]]; then
  echo "complete-deb.sh: '$input' is not jpackage's package of Satchel with /opt/satchel/bin/satchel" >&2
  exit 1
fi

# An AOT cache knows the jars by their times: one that is restamped here would be refused at every start.
if compgen -G "$root/opt/satchel/lib/app/*.aot" >/dev/null || compgen -G "$root/opt/satchel/lib/*.aot" >/dev/null; then
  young=$(find "$root/opt/satchel/lib/app" -name '*.jar' -newermt "@$SOURCE_DATE_EPOCH" -print -quit)
  if [[ -n $young ]]; then
    echo "complete-deb.sh: ${young#"$root"} is younger than SOURCE_DATE_EPOCH and would get another time, and the AOT cache be refused." \
      "Give the jars that time before the cache is trained (touch -d @$SOURCE_DATE_EPOCH)." >&2
    exit 1
  fi
fi

# jpackage's own menu entry and copyright give way to ours.
rm -f "$root"/opt/satchel/lib/*.desktop
rm -rf "$root/opt/satchel/share"

"$here/lay-out.sh" ${lay_out[@]+"${lay_out[@]}"} "$root"

# Programs and libraries keep their x; everything else is plain, whatever the umask of the machine that built it.
find "$root" -path "$root/DEBIAN" -prune -o -type d -exec chmod 755 {} +
find "$root/opt" -type f -perm /111 -exec chmod 755 {} +
find "$root/opt" -type f ! -perm /111 -exec chmod 644 {} +

installed=$(find "$root" -path "$root/DEBIAN" -prune -o -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
version=$(field Version)
architecture=$(field Architecture)
rm -rf "$root/DEBIAN"
install -d -m 755 "$root/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@INSTALLED_SIZE@/$installed/" \
  "$here/deb/control" >"$root/DEBIAN/control"
install -m 755 "$here/deb/postinst" "$here/deb/postrm" "$root/DEBIAN/"
(cd "$root" && find usr opt -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod 644 "$root/DEBIAN/control" "$root/DEBIAN/md5sums"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# dpkg-deb itself sorts names and takes its times from SOURCE_DATE_EPOCH. xz, because every apt since 2009 reads it.
dpkg-deb --root-owner-group -Zxz --build "$root" "$output"
