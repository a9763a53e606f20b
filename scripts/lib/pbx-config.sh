# shellcheck shell=bash
# Runs the command line of pbx-config from this work tree, compiling it first when its sources are newer.

pbx_config() {
  local module=$SANTRAL_ROOT/pbx-config
  find_jdk
  mkdir -p "$SANTRAL_ROOT/.santral"
  (
    flock 9 # two exchanges may be started at once from a fresh work tree
    pbx_config_is_built || pbx_config_build
  ) 9> "$SANTRAL_ROOT/.santral/pbx-config.lock" || exit 1
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
    -cp "$module/target/classes:$(cat "$module/target/runtime.classpath")" org.santral.pbxconfig.cli.Main "$@"
}

pbx_config_is_built() {
  local stamp=$module/target/runtime.classpath
  [ -e "$stamp" ] && [ -d "$module/target/classes/org" ] && [ -z "$(find "$module/src/main" "$module/pom.xml" -newer "$stamp" -print -quit)" ]
}

pbx_config_build() {
  find_maven
  say "Building pbx-config ..."
  (cd "$SANTRAL_ROOT" && maven -q -pl pbx-config -DskipTests compile) >&2 || die "pbx-config does not build" "see Maven's messages above"
}
