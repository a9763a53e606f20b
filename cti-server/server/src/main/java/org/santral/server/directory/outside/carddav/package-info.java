/// Address books that are kept by a CardDAV server (RFC 6352): copied, kept in step in the background, and
/// asked in memory, so that a look-up never goes over the network.
///
/// [CardDavDirectory] is asked; [Sync] brings [CopiedBook] into step, reading [MultiStatus] and [Cards].
@NullMarked
package org.santral.server.directory.outside.carddav;

import org.jspecify.annotations.NullMarked;
