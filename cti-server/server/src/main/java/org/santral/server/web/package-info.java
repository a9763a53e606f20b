/// What holds for every request: who may ask what, which headers go out, how errors look, where the pages come
/// from.
///
/// Tomcat hands each request to the filter chain made here; from there it goes to a controller of another
/// package, or to the web client's files. `Origins` is asked by the WebSocket handshake.
@NullMarked
package org.santral.server.web;

import org.jspecify.annotations.NullMarked;
