# shellcheck shell=bash
# Builds what is missing or older than its sources: the pages, then the jars that hold them.

build_all() {
  build_client
  build_jars
}

build_client() {
  local client=$SANTRAL_ROOT/screen-pop-client
  newer_than "$client/dist/index.html" "$client/src" "$client/public" "$client/index.html" "$client/package-lock.json" "$client/vite.config.ts" || return 0
  client_packages "$client"
  say "Building the pages ..."
  npm --prefix "$client" run --silent build >&2 || die "the pages do not build" "read the messages above"
}

build_jars() {
  local root=$SANTRAL_ROOT jar=$SANTRAL_ROOT/cti-server/server/target/server-exec.jar
  local sources=("$root/pom.xml" "$root/pbx-config/pom.xml" "$root/pbx-config/src/main" "$root/screen-pop-client/dist")
  local module
  for module in call-model asterisk sip-phones server; do
    sources+=("$root/cti-server/$module/pom.xml" "$root/cti-server/$module/src/main")
  done
  newer_than "$jar" "${sources[@]}" || return 0
  say "Building the server (the first time Maven fetches what it needs: some minutes) ..."
  (cd "$root" && maven -q -DskipTests -pl cti-server/server,cti-server/sip-phones,pbx-config -am package) >&2 ||
    die "the server does not build" "read Maven's messages above"
}

# newer_than FILE SOURCE...: whether FILE is missing, or older than anything in the sources.
newer_than() {
  local file=$1
  shift
  [ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -print -quit)" ]
}
