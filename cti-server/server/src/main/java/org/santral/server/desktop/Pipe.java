package org.santral.server.desktop;

import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.web.socket.CloseStatus;

/// The way to one browser. One message at a time: the next may go when the one before was written.
interface Pipe {
    String id();

    /// Whether it was opened with that session's cookie.
    boolean belongsTo(String sessionKey);

    /// Returns when the message has been handed to the kernel; a browser that does not read makes it wait.
    void write(String text) throws IOException;

    /// Hands over what the kernel takes at once and returns without waiting; the rest follows when there is
    /// room.
    ///
    /// @param written is told, on another thread as a rule, whether all of it was handed over
    void begin(String text, Consumer<Boolean> written);

    void close(CloseStatus why) throws IOException;
}
