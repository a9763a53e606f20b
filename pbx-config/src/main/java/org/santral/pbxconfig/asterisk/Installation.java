package org.santral.pbxconfig.asterisk;

/// Where an Asterisk of our own keeps its things. An exchange that is already installed somewhere has its own
/// files for this and needs none of ours.
///
/// @param home absolute path of what it writes: logs, recordings, its database, its sockets
/// @param rootfs absolute path of the unpacked programs, read only
public record Installation(String home, String rootfs) {}
