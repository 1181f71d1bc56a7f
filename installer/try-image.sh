#!/usr/bin/env bash
# Tries an application image as a person would who has just installed it: commands, the main job in the terminal, and the window on JavaFX's
# Headless platform, with a picture of it. Says how much of the program came out of its AOT cache.
#
#   try-image.sh IMAGE PICTURE.png
set -euo pipefail

if [[ $# -ne 2 ]]; then
  echo "usage: try-image.sh IMAGE PICTURE.png" >&2
  exit 2
fi
satchel=$1/bin/satchel
picture=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SATCHEL_HOME=$work/home HOME=$work/person
mkdir -p "$HOME"
unset DISPLAY WAYLAND_DISPLAY

"$satchel" --version
mkdir "$work/tidy-desk"
printf -- '---\nname: tidy-desk\ndescription: Tidies a desk. Use when there is no room left.\n---\n# Tidy desk\n' >"$work/tidy-desk/SKILL.md"
"$satchel" check "$work/tidy-desk"
"$satchel" demo >"$work/demo.txt"
tail -n 1 "$work/demo.txt"

# The window goes through its main screens by itself and fails when one does not come.
SATCHEL_HOME=$work/window SATCHEL_JAVA_OPTS="-Dsatchel.rehearsal=true -Dsatchel.rehearsal.picture=$picture -Dglass.platform=Headless
  -Dprism.order=sw -Xlog:class+load:file=$work/classes.txt" "$satchel"
[[ -s $picture ]] || {
  echo "try-image.sh: there is no picture of the window" >&2
  exit 1
}
cached=$(grep -c 'source: shared objects file' "$work/classes.txt" || true)
all=$(grep -c 'source:' "$work/classes.txt")
echo "classes from the AOT cache: $cached of $all; picture: $picture"
if ((cached * 10 < all * 9)); then
  echo "try-image.sh: the AOT cache is hardly used" >&2
  exit 1
fi
