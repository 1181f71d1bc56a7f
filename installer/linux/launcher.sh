#!/bin/sh
# Starts Satchel with the Java that came with it. The build fills in the words between @.
#
#   SATCHEL_JAVA_OPTS   more options for the JVM, separated by blanks

# The folder this script lies in, through symbolic links such as /usr/bin/satchel; needs no program on the PATH until there is a link.
self=$0
while [ -L "$self" ]; do
  link=$(readlink -- "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */*) bin=${self%/*} ;;
  *) bin=. ;;
esac
case $bin in
  /*) ;;
  *) bin=$(cd -P -- "$bin" && pwd) || exit 69 ;;
esac
image=${bin%/*}
app=$image/lib/app

# Java reads arguments and the names of files in the locale's encoding, and the bare C locale knows only ASCII: a folder with an accent
# in its name could not even be asked for.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    [ -z "${LC_ALL:-}" ] || export LC_ALL=C.UTF-8
    export LC_CTYPE=C.UTF-8
    ;;
esac

# GTK looks at the graphics driver at every start where nothing has remembered the answer for it, which takes time and 50 MB of memory for
# a picture that Satchel does not draw through GTK. A choice that is made already stays.
: "${GDK_GL=disable}"
export GDK_GL

# Without the cache Satchel starts all the same, only later.
cache=
[ ! -f "$app/@CACHE@" ] || cache=-XX:AOTCache=$app/@CACHE@

# SATCHEL_JAVA_OPTS is split at blanks on purpose.
# shellcheck disable=SC2086
exec "$image/lib/runtime/bin/java" \
  @OPTIONS@ \
  ${cache:+"$cache"} \
  ${SATCHEL_JAVA_OPTS:-} \
  -cp "@CLASSPATH@" app.satchel.Satchel "$@"
