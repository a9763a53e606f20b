package org.santral.server.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of a request: one JSON object of bounded size, each name in it once.
public final class JsonBody {
    /// In bytes.
    public static final int MOST = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final byte[] bytes;
    private final JsonNode json;

    private JsonBody(byte[] bytes, JsonNode json) {
        this.bytes = bytes;
        this.json = json;
    }

    /// @throws Refusal 413 for one that is too long, 400 for one that is no JSON object
    public static JsonBody of(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "Too long", "A body has at most " + MOST + " bytes.");
        }
        return of(bytes);
    }

    static JsonBody of(byte[] bytes) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "No JSON",
                    "The body cannot be read"
                            + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr())
                            + ": " + oneLine(e.getOriginalMessage()));
        }
        if (!json.isObject()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "No JSON object", "The body is to be one JSON object.");
        }
        return new JsonBody(bytes, json);
    }

    private static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    public JsonNode json() {
        return json;
    }

    /// As it came.
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }
}
