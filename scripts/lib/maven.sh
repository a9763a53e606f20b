# shellcheck shell=bash
# Maven on the JDK that find_jdk chose.

find_maven() { command -v mvn > /dev/null || die "no Maven found on the PATH" "install it, for example: apt-get install maven"; }

# The options silence what a JDK 25 says about Maven's own libraries.
maven() { MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn -B -ntp "$@"; }
