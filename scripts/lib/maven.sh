# shellcheck shell=bash
# Maven on the JDK that find_jdk chose.

find_maven() { command -v mvn > /dev/null || die "no Maven found on the PATH" "install it, for example: apt-get install maven"; }

maven() { mvn -B -ntp "$@"; }
