# shellcheck shell=bash
# What runs is a copy of what was built, so that a build beside a running demo does not disturb it.

# phones_app: prints the jar of the phones, copied anew when the build is newer; its libraries lie in lib/ beside it.
phones_app() {
  local built=$SANTRAL_ROOT/cti-server/sip-phones/target app=$SANTRAL_ROOT/.santral/app/phones
  if [ -e "$built/sip-phones.jar" ] && [ -d "$built/lib" ]; then
    mkdir -p "$SANTRAL_ROOT/.santral/app"
    (
      flock 9 # two demos may start at once from one work tree
      phones_app_is_fresh || phones_app_copy
    ) 9> "$SANTRAL_ROOT/.santral/app/phones.lock" || die "the phones could not be copied to $app" "is the disk full?"
  fi
  [ -e "$app/sip-phones.jar" ] || die "the phones are not built" "build and start everything with scripts/run"
  echo "$app/sip-phones.jar"
}

phones_app_is_fresh() { [ -e "$app/sip-phones.jar" ] && [ ! "$built/sip-phones.jar" -nt "$app/sip-phones.jar" ]; }

# The old copy may be running: it is not written to, but moved out of the way as a whole.
phones_app_copy() {
  rm -rf "$app.new" "$app.old" && mkdir "$app.new" &&
    cp -p "$built/sip-phones.jar" "$app.new/" && cp -pR "$built/lib" "$app.new/" &&
    { [ ! -e "$app" ] || mv "$app" "$app.old"; } && mv "$app.new" "$app" && rm -rf "$app.old"
}
