package org.santral.server.directory.outside.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// HTTP to places that settings name: only to allowed addresses, the very ones that were checked; no redirects,
/// no cookies, no proxies, no unpacking; answers bounded in length and time.
public final class SafeHttp implements AutoCloseable {
    private final CloseableHttpClient client;
    private final Duration longest;
    private final int mostBytes;

    /// @param trust PEM file of the certificates that are trusted instead of the machine's own; null: those
    /// @param longest for one answer, from the connection to its last octet
    /// @param mostBytes of one answer
    public SafeHttp(Addresses addresses, @Nullable Path trust, Duration longest, int mostBytes)
            throws IOException, GeneralSecurityException {
        this.longest = longest;
        this.mostBytes = mostBytes;
        Timeout timeout = Timeout.of(longest);
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(addresses))
                .setMaxConnPerRoute(8)
                .setMaxConnTotal(8)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(Timeout.ofSeconds(1))
                        .setTimeToLive(Timeout.ofMinutes(1))
                        .build());
        if (trust != null) {
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(trusting(trust)));
        }
        this.client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .setUserAgent("Santral")
                .build();
    }

    private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream file = java.nio.file.Files.newInputStream(pem)) {
            int count = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("trusted" + count++, one);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /// @param body null for none
    public record Request(
            String method,
            URI url,
            Map<String, String> headers,
            @Nullable String body) {}

    public record Response(int status, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /// @param name in lower case
        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /// Blocks, at most for the time that was set.
    public Response send(Request request) throws IOException {
        HttpUriRequestBase out = new HttpUriRequestBase(request.method(), request.url());
        request.headers().forEach(out::setHeader);
        if (request.body() != null) {
            String type = request.headers().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("application/json");
            out.setEntity(new ByteArrayEntity(
                    request.body().getBytes(StandardCharsets.UTF_8), ContentType.parseLenient(type)));
        }
        // A server that sends an octet now and then would keep each single wait short for ever.
        Thread end = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(longest);
                out.abort();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return client.execute(out, this::read);
        } finally {
            end.interrupt();
        }
    }

    private Response read(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new java.util.HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(java.util.Locale.ROOT), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Response(response.getCode(), headers, new byte[0]);
        }
        try (InputStream body = entity.getContent()) {
            byte[] octets = body.readNBytes(mostBytes + 1);
            if (octets.length > mostBytes) {
                throw new IOException("the answer is longer than " + mostBytes + " octets");
            }
            return new Response(response.getCode(), headers, octets);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What it gives back is what is connected to.
    private record Checked(Addresses addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
