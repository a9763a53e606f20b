/// Directories that speak HTTP and JSON, described by the settings alone: which request asks for a number,
/// where in the answer the matches are, which field is which; and how a call is written back when it is over.
///
/// [SafeHttp] is the one way out: it connects only to addresses that [Addresses] allows, follows nobody
/// elsewhere, reads no more than it must. `carddav` goes through it too.
@NullMarked
package org.santral.server.directory.outside.http;

import org.jspecify.annotations.NullMarked;
