# shellcheck shell=bash
# An Asterisk of our own: Debian's packages, unpacked into the cache and run through their own loader. No chroot, no
# container, no root; the machine's own apt and dpkg state is not touched.
#
# Asterisk 22 comes from Debian's sid, 16 from bullseye, both through the mirror that this machine's apt already uses.
# Signatures are checked as ever; only Valid-Until is not, because a mirror's copy of sid may be a snapshot.

# Libraries that only modules want which modules.conf does not load, or that only maintainer scripts want.
readonly ASTERISK_SID_DROP='^(libicu|libcodec2|libperl|perl|libsnmp|gnupg|gpg|dirmngr|pinentry|passwd$|login|adduser|debconf|libdebconf|base-passwd|libpam|libaudit|libsemanage|libsepol|libdb5|libgnutls|libhogweed|libnettle|libgmp1|libp11|libtasn1|libgcrypt|libsamplerate|libjack|libportaudio|libasound|pci\.ids|libpci|libsensors|libpq|libsybdb|freetds|libradcli|liblua|libneon|libical|libiksemel|libunbound|libevent|libnl-|libudev|libksba|libnpth|libreadline|readline|libgdbm|libwrap|libncursesw)'

# Of what MariaDB's ODBC driver wants, what an unpacked Asterisk may lack.
readonly ODBC_DRIVER_KEEP='^(odbc-mariadb|libmariadb3|libodbcinst2|odbcinst1debian2|libltdl7|libssl|libzstd1|zlib1g)'

# asterisk_rootfs MAJOR: prints the directory of the unpacked Asterisk, building it first when the cache has none.
asterisk_rootfs() {
  local major=$1 home
  home=$(santral_cache)/asterisk-$major
  mkdir -p "$home"
  (
    flock 9 # two harnesses may start at once on a machine that has nothing yet
    [ -e "$home/rootfs/.complete" ] || unpack_asterisk "$major" "$home"
  ) 9> "$home/lock" || return 1
  echo "$home/rootfs"
}

# asterisk_loader ROOTFS: the words of the command line that stand before Asterisk's own options.
asterisk_loader() {
  local rootfs=$1 loader
  loader=$(compgen -G "$rootfs/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" || compgen -G "$rootfs/usr/lib*/ld-linux-x86-64.so.2" | head -n 1)
  echo "$loader --library-path $rootfs/usr/lib/x86_64-linux-gnu:$rootfs/usr/lib"
}

unpack_asterisk() {
  local major=$1 home=$2 apt=$2/apt root=$2/rootfs.partial names
  say "Unpacking Asterisk $major into $home (once; 30 to 70 MB from Debian) ..."
  rm -rf "$root" "$home/rootfs"
  private_apt "$major" "$home"
  mapfile -t names < <(apt-get "${PRIVATE_APT[@]}" install -s asterisk | awk '/^Inst/{print $2}' | if [ "$major" = 22 ]; then grep -vE "$ASTERISK_SID_DROP"; else cat; fi)
  [ "${#names[@]}" -gt 0 ] || die "Debian's index offers no asterisk" "check that the mirror is complete"
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64}
  local dir
  for dir in bin sbin lib lib64; do ln -s "usr/$dir" "$root/$dir"; done
  unpack_packages "$apt" "$root" "${names[@]}"
  # what the sounds package's postinst would have done: without prompts an AMI Atxfer fails
  ln -sfn en_US_f_Allison "$root/usr/share/asterisk/sounds/en"
  rm -rf "$root"/usr/share/{doc,man,locale,lintian} "$apt"
  local version
  # shellcheck disable=SC2046
  version=$($(asterisk_loader "$root") "$root/usr/sbin/asterisk" -V) || die "the unpacked Asterisk does not start" "remove $home and start again"
  [[ $version == "Asterisk $major."* ]] || die "Debian now carries $version, not $major" "copy $home from a machine that has Asterisk $major"
  touch "$root/.complete"
  mv "$root" "$home/rootfs"
  say "$version unpacked: $(du -sm "$home/rootfs" | cut -f1) MB"
}

# asterisk_odbc_driver MAJOR: adds MariaDB's ODBC driver to an unpacked Asterisk that is to keep its ledger in a database.
# Nothing that is there already is replaced: other exchanges may run from it.
asterisk_odbc_driver() {
  local major=$1 home names
  home=$(santral_cache)/asterisk-$major
  asterisk_rootfs "$major" > /dev/null || return 1
  (
    flock 9
    [ ! -e "$home/rootfs/.odbc-mariadb" ] || exit 0
    say "Adding MariaDB's ODBC driver to Asterisk $major in $home (once; 2 MB from Debian) ..."
    private_apt "$major" "$home"
    mapfile -t names < <(apt-get "${PRIVATE_APT[@]}" install -s odbc-mariadb | awk '/^Inst/{print $2}' | grep -E "$ODBC_DRIVER_KEEP")
    [ "${#names[@]}" -gt 0 ] || die "Debian's index offers no odbc-mariadb" "check that the mirror is complete"
    unpack_packages "$home/apt" "$home/rootfs" "${names[@]}"
    rm -rf "$home/apt"
    touch "$home/rootfs/.odbc-mariadb"
  ) 9> "$home/lock"
}

# private_apt MAJOR HOME: an apt of its own under HOME/apt with the suite of that Asterisk; sets PRIVATE_APT, its options.
private_apt() {
  local major=$1 apt=$2/apt mirror security
  local signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
  [ "$(uname -m)" = x86_64 ] || die "Asterisk is only unpacked for x86_64, this is $(uname -m)" "attach an exchange of your own instead"
  command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || die "apt-get and dpkg-deb are needed to unpack Asterisk" "use Debian or a system derived from it"
  rm -rf "$apt"
  mkdir -p "$apt"/{state/lists/partial,cache/archives/partial,etc/apt.conf.d,etc/preferences.d,debs}
  : > "$apt/state/status"
  mirror=$(apt_mirror "$(codename)") security=$(apt_mirror "$(codename)-security")
  [ -n "$mirror" ] || die "this machine's apt names no mirror of Debian $(codename)" "look at /etc/apt/sources.list, or copy $2 from a machine that has it"
  case $major in
    22) echo "deb $signed $mirror sid main" ;;
    16)
      echo "deb $signed $mirror bullseye main"
      [ -z "$security" ] || echo "deb $signed $security bullseye-security main"
      ;;
  esac > "$apt/etc/sources.list"
  PRIVATE_APT=(-o "Dir::Etc=$apt/etc" -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o Dir::Etc::sourceparts=/nonexistent
    -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/state/status" -o "Dir::Cache=$apt/cache"
    -o Dir::Etc::netrc=/etc/apt/auth.conf -o Dir::Etc::netrcparts=/etc/apt/auth.conf.d
    -o "APT::Sandbox::User=$(id -un)" -o APT::Install-Recommends=false -o Acquire::Languages=none
    -o Acquire::Check-Valid-Until=false -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::Retries=3 -qq)
  apt-get "${PRIVATE_APT[@]}" update || die "Debian's index could not be read from $mirror" "check the network, or copy $2 from a machine that has it"
}

# unpack_packages APT ROOT NAME...: downloads packages and unpacks what ROOT does not have.
unpack_packages() {
  local apt=$1 root=$2
  shift 2
  (cd "$apt/debs" && apt-get "${PRIVATE_APT[@]}" download "$@") || die "packages could not be downloaded: $*" "check the network and start again"
  # --keep-directory-symlink: older suites ship ./lib/..., which must land in usr/lib and not replace the link
  printf '%s\0' "$apt"/debs/*.deb | ROOT=$root xargs -0 -P"$(nproc)" -I{} sh -c 'dpkg-deb --fsys-tarfile "$1" | tar -xf - -C "$ROOT" --keep-directory-symlink --skip-old-files --no-same-owner' _ {} ||
    die "packages could not be unpacked into $root" "is the disk full?"
}

codename() { (. /etc/os-release && echo "${VERSION_CODENAME:?}"); }

# apt_mirror SUITE: the address from which this machine's own apt takes that suite; nothing when it does not take it.
apt_mirror() { apt-get --print-uris update 2> /dev/null | sed -n "s#^'\(.*\)/dists/$1/InRelease'.*#\1/#p;T;q"; }
