#!/usr/bin/env bash
# Lays what a Linux package holds outside /opt/satchel below ROOT/usr: menu entry, file type, AppStream metainfo, icons, manual page,
# documents, and the command. Used for .deb (complete-deb.sh) and .rpm (rpm/satchel.spec) alike.
#
#   lay-out.sh [--third-party FILE] [--sbom FILE] ROOT
#
#   --third-party FILE   the licence notices of the libraries (target/third-party/THIRD-PARTY.txt)
#   --sbom FILE          the bill of materials (target/sbom/satchel.cdx.json)
#
# SOURCE_DATE_EPOCH, when set, is the time of every file.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
top=$(cd -- "$here/../.." && pwd)
id=app.satchel.Satchel
third_party=
sbom=

while [[ $# -gt 0 ]]; do
  case $1 in
    --third-party)
      third_party=$2
      shift 2
      ;;
    --sbom)
      sbom=$2
      shift 2
      ;;
    -*)
      echo "lay-out.sh: '$1' is no option" >&2
      exit 2
      ;;
    *) break ;;
  esac
done
if [[ $# -ne 1 ]]; then
  echo "usage: lay-out.sh [--third-party FILE] [--sbom FILE] ROOT" >&2
  exit 2
fi
root=$1
share=$root/usr/share
umask 022

put() {
  install -D -m 644 "$1" "$2"
}

install -d -m 755 "$root/usr/bin"
ln -sfn /opt/satchel/bin/satchel "$root/usr/bin/satchel"

put "$here/$id.desktop" "$share/applications/$id.desktop"
put "$here/zip-with-satchel.desktop" "$share/applications/zip-with-satchel.desktop"
put "$here/$id.mime.xml" "$share/mime/packages/$id.xml"
put "$here/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"

for size in 16 24 32 48 64 128 256 512; do
  put "$top/icons/satchel-$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
  put "$top/icons/document/skill-$size.png" "$share/icons/hicolor/${size}x$size/mimetypes/application-x-agent-skill+zip.png"
done
put "$top/icons/satchel.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
put "$top/icons/document/skill.svg" "$share/icons/hicolor/scalable/mimetypes/application-x-agent-skill+zip.svg"

put "$here/copyright" "$share/doc/satchel/copyright"
put "$top/NOTICE" "$share/doc/satchel/NOTICE"
if [[ -n $third_party ]]; then
  put "$third_party" "$share/doc/satchel/THIRD-PARTY.txt"
fi
if [[ -n $sbom ]]; then
  put "$sbom" "$share/doc/satchel/satchel.cdx.json"
fi
# Without name and time in the header, the same text gives the same bytes.
install -d -m 755 "$share/man/man1"
gzip -9 -n -c "$top/CHANGELOG.md" >"$share/doc/satchel/changelog.gz"
gzip -9 -n -c "$here/satchel.1" >"$share/man/man1/satchel.1.gz"
chmod 644 "$share/doc/satchel/changelog.gz" "$share/man/man1/satchel.1.gz"

if [[ -n ${SOURCE_DATE_EPOCH:-} ]]; then
  find "$root/usr" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
fi
