# shellcheck shell=bash
# Runs the command line of pbx-config from this work tree, compiling it first when its sources are newer.

pbx_config() {
  local module=$SANTRAL_ROOT/pbx-config
  find_jdk
  if [ ! -e "$module/target/runtime.classpath" ] || [ ! -d "$module/target/classes/org" ] ||
    [ -n "$(find "$module/src/main" "$module/pom.xml" -newer "$module/target/runtime.classpath" -print -quit)" ]; then
    command -v mvn > /dev/null || die "Maven is needed to build pbx-config" "install the package maven"
    say "Building pbx-config ..."
    (cd "$SANTRAL_ROOT" && mvn -q -B -pl pbx-config -DskipTests compile) >&2 || die "pbx-config does not build" "see Maven's messages above"
  fi
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
    -cp "$module/target/classes:$(cat "$module/target/runtime.classpath")" org.santral.pbxconfig.cli.Main "$@"
}
