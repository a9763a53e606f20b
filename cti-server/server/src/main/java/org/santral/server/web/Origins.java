package org.santral.server.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which pages may open a WebSocket here: our own, and those the administrator allows. Browsers send a cookie
/// with any page's WebSocket, so the origin is what keeps other sites out.
public final class Origins {
    private final List<String> allowed;

    public Origins(List<String> allowed) {
        this.allowed =
                allowed.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList();
    }

    /// @param origin the header `Origin`, null when there is none: then it is no browser's page and is refused
    /// @param host the header `Host`, with its port when it is not the scheme's own
    public boolean allows(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        String asked = origin.toLowerCase(Locale.ROOT);
        return allowed.contains(asked) || host.toLowerCase(Locale.ROOT).equals(authority(asked));
    }

    private static @Nullable String authority(String origin) {
        try {
            URI uri = new URI(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web ? uri.getRawAuthority() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
