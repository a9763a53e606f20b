package org.santral.server.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A recorded call with ids of its own, so that it can be played once more and beside others.
final class Played {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String tag = (3_000_000 + COUNT.incrementAndGet()) + "";
    private final String text;
    private final String id;

    private Played(String text) {
        // From the first event of a call: before it stand the log-in and what belongs to it.
        this.text = text.substring(text.indexOf("Event: Newchannel"))
                .replaceAll("(?i)((?:uniqueid|linkedid): )\\d+\\.(\\d+)", "$1" + tag + ".$2")
                .replaceAll("(BridgeUniqueid: )", "$1" + tag + "-");
        // A call is called after its first connection.
        this.id = this.text
                .lines()
                .filter(line -> line.startsWith("Uniqueid: "))
                .findFirst()
                .orElseThrow()
                .substring("Uniqueid: ".length());
    }

    /// What the exchange of another site told: the site of these tests is that one.
    static Played scenario(String name) {
        try {
            return new Played(Files.readString(
                    Path.of("../call-model/src/test/resources/another-dialplan", name, name + ".ami"),
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the history names it.
    String call() {
        return "pbx1/" + id();
    }

    String id() {
        return id;
    }

    String whole() {
        return text;
    }

    /// Up to the first event of this type, without it.
    String before(String event) {
        return text.substring(0, cut(event));
    }

    String from(String event) {
        return text.substring(cut(event));
    }

    private int cut(String event) {
        int at = text.indexOf("Event: " + event + "\r\n");
        if (at < 0) {
            throw new AssertionError("no " + event + " was recorded");
        }
        return at;
    }
}
