# shellcheck shell=bash
# Debian packages that a script needs and the machine may lack.

# missing_packages NAME...: those that are not installed, one a line.
missing_packages() {
  local name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2> /dev/null)" = installed ] || echo "$name"
  done
}

# as_root: prints the words that make a command run as root; fails in one line when there are none.
# Call it before anything is started, so that nothing is left half done.
as_root() {
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo > /dev/null && sudo -n true 2> /dev/null && echo "sudo -n" && return 0
  die "no rights to install $*" "run once as root: apt-get install -y $*"
}

# install_packages WHY NAME...: installs what is missing, says what and why, does nothing when all is there.
install_packages() {
  local why=$1 missing root
  shift
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  command -v apt-get > /dev/null || die "apt-get is not there to install ${missing[*]}" "install them with this machine's own means"
  root=$(as_root "${missing[@]}") || exit 1
  say "Installing ${missing[*]} ($why) ..."
  # A machine that is still setting itself up may hold apt's lock for a moment.
  local options=(-qq -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 --no-install-recommends)
  $root apt-get "${options[@]}" update > /dev/null 2>&1 || say "(apt-get update failed; trying with the lists that are there)"
  DEBIAN_FRONTEND=noninteractive $root apt-get "${options[@]}" install "${missing[@]}" > /dev/null ||
    die "apt-get could not install ${missing[*]}" "run by hand: apt-get install ${missing[*]}"
}
