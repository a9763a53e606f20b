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

# A stamp says when: a reproducible jar carries no time of its own.
build_jars() {
  local root=$SANTRAL_ROOT stamp=$SANTRAL_ROOT/.santral/built module
  local sources=("$root/pom.xml" "$root/pbx-config/pom.xml" "$root/pbx-config/src/main" "$root/screen-pop-client/dist")
  for module in call-model asterisk sip-phones server; do
    sources+=("$root/cti-server/$module/pom.xml" "$root/cti-server/$module/src/main")
  done
  [ -e "$root/cti-server/server/target/server-exec.jar" ] && [ -e "$root/cti-server/sip-phones/target/sip-phones.jar" ] &&
    ! newer_than "$stamp" "${sources[@]}" && return 0
  say "Building the server (the first time Maven fetches what it needs: some minutes) ..."
  mkdir -p "$root/.santral"
  touch "$stamp.begun" # what is changed while it builds is newer
  (cd "$root" && maven -q -DskipTests -pl cti-server/server,cti-server/sip-phones,pbx-config -am package) >&2 ||
    die "the server does not build" "read Maven's messages above"
  mv "$stamp.begun" "$stamp"
}

# newer_than FILE SOURCE...: whether FILE is missing, or older than anything in the sources.
newer_than() {
  local file=$1
  shift
  [ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -print -quit)" ]
}
