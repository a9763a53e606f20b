package org.santral.server.desktop;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.santral.server.people.SignedIn;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// A WebSocket of the web server.
final class SocketPipe implements Pipe {
    /// As long as the web server lets [#write] wait: who has not read by then is given up.
    private static final long PATIENCE_MILLIS = 20_000;

    private final WebSocketSession socket;
    private final RemoteEndpoint.Async browser;

    SocketPipe(WebSocketSession socket) {
        this.socket = socket;
        // Spring's own session only knows the write that waits.
        Session session = ((NativeWebSocketSession) socket).getNativeSession(Session.class);
        browser = Objects.requireNonNull(session).getAsyncRemote();
        browser.setSendTimeout(PATIENCE_MILLIS);
    }

    @Override
    public String id() {
        return socket.getId();
    }

    @Override
    public boolean belongsTo(String sessionKey) {
        return socket.getPrincipal() instanceof SignedIn who && who.session().equals(sessionKey);
    }

    @Override
    public void write(String text) throws IOException {
        socket.sendMessage(new TextMessage(text));
    }

    @Override
    public void begin(String text, Consumer<Boolean> written) {
        browser.sendText(text, result -> written.accept(result.isOK()));
    }

    @Override
    public void close(CloseStatus why) throws IOException {
        socket.close(why);
    }
}
