# shellcheck shell=bash
# Finds a JDK 25 or newer and exports JAVA_HOME. Looks at JAVA_HOME, then in /usr/lib/jvm, then on the PATH.

java_major() { "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;q'; }

find_jdk() {
  local home on_path
  on_path=$(command -v javac 2>/dev/null && true)
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}"; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    if [ "$(java_major "$home")" -ge 25 ] 2>/dev/null; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  die "no JDK 25 found (looked at JAVA_HOME, /usr/lib/jvm and PATH)" "install one, for example Temurin 25, or set JAVA_HOME to it"
}
