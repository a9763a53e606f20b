package org.santral.server.desktop;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.web.Origins;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets a handshake pass only from our own page or one that the administrator allows. Spring's own check would
/// let in whoever names no origin at all.
final class KnownPages implements HandshakeInterceptor {
    private final Origins origins;

    KnownPages(Origins origins) {
        this.origins = origins;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpHeaders headers = request.getHeaders();
        boolean known = origins.allows(headers.getOrigin(), headers.getFirst(HttpHeaders.HOST));
        if (!known) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
        }
        return known;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
