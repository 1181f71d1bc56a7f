#!/usr/bin/env bash
# Signs the application, and signs and notarises the disk image. Not yet tried. Without the variables it says so and changes nothing, so that
# a build without Apple's keys ends well; such an image opens only after "Open Anyway" in the system's settings.
#
#   sign-and-notarise.sh app target/.../Satchel.app
#   sign-and-notarise.sh dmg target/.../Satchel-0.1.0.dmg
#
#   SATCHEL_SIGN_IDENTITY   the certificate in the keychain: "Developer ID Application: NAME (TEAM)"
#   SATCHEL_NOTARY_PROFILE  the profile in the keychain that `xcrun notarytool store-credentials PROFILE` made of an Apple ID, a team and an
#                           app-specific password; this script never sees those
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
if [[ $# -ne 2 || ! $1 =~ ^(app|dmg)$ ]]; then
  echo "usage: sign-and-notarise.sh app|dmg PATH" >&2
  exit 2
fi
what=$1
path=$2

if [[ -z ${SATCHEL_SIGN_IDENTITY:-} ]]; then
  echo "sign-and-notarise.sh: SATCHEL_SIGN_IDENTITY is not set; $path stays unsigned"
  exit 0
fi

sign() {
  codesign --force --timestamp --options runtime --entitlements "$here/Satchel.entitlements" --sign "$SATCHEL_SIGN_IDENTITY" "$@"
}

if [[ $what == app ]]; then
  # From the inside out: a signature covers those within.
  while IFS= read -r -d '' library; do
    sign "$library"
  done < <(find "$path/Contents" -type f \( -name '*.dylib' -o -name '*.jnilib' -o -perm -u+x \) -not -path '*/Contents/MacOS/*' -print0)
  sign "$path/Contents/runtime"
  sign "$path"
  codesign --verify --deep --strict --verbose=2 "$path"
  exit 0
fi

codesign --force --timestamp --sign "$SATCHEL_SIGN_IDENTITY" "$path"
if [[ -z ${SATCHEL_NOTARY_PROFILE:-} ]]; then
  echo "sign-and-notarise.sh: SATCHEL_NOTARY_PROFILE is not set; $path is signed and not notarised"
  exit 0
fi
xcrun notarytool submit "$path" --keychain-profile "$SATCHEL_NOTARY_PROFILE" --wait
xcrun stapler staple "$path"
spctl --assess --type open --context context:primary-signature --verbose "$path"
