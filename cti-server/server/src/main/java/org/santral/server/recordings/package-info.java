/// Recordings: what the exchange said it recorded, and what lies in its folder.
///
/// The history writes what a call's record says of its recordings (`RecordingRows`). When the call is over the
/// keeper looks whether the file is there and whole, and every night at all of the folder (`RecordingKeeper`).
/// `RecordingController` lets people listen, each to what they may hear, and lists what is wrong.
@NullMarked
package org.santral.server.recordings;

import org.jspecify.annotations.NullMarked;
