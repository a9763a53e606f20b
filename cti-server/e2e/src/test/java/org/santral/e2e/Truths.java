package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.phones.PhoneBench;
import org.santral.phones.PlacedCall;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// What the phones saw, held against what Santral says.
final class Truths {
    private Truths() {}

    /// Waits until the phone rings for that caller.
    static Sighting rings(PhoneBench phones, String extension, String from) {
        return phones.await(
                extension + " rings for " + from,
                seen -> seen.is(extension, What.RANG) && seen.call().caller().has(from));
    }

    static Sighting answered(PhoneBench phones, String extension, String from) {
        return phones.await(
                extension + " answers " + from,
                seen -> seen.is(extension, What.ANSWERED)
                        && seen.call().caller().has(from));
    }

    /// The call that was placed through the trunk, as both sides see it by now.
    static PlacedCall placed(PhoneBench phones, String id) {
        PlacedCall call = phones.placed(id);
        if (call == null) {
            throw new AssertionError("nobody knows the placed call " + id);
        }
        return call;
    }

    static Sighting ended(PhoneBench phones, String callId) {
        return phones.await(
                "the end of " + callId,
                seen -> seen.what() == What.ENDED && seen.call().id().equals(callId));
    }

    /// Right to the second, as the history promises.
    static void sameSecond(JsonNode millis, @Nullable Instant truth) {
        assertThat(truth).isNotNull();
        assertThat(millis.isNumber()).as("a time").isTrue();
        Duration off =
                Duration.between(truth, Instant.ofEpochMilli(millis.asLong())).abs();
        assertThat(off).isLessThan(Duration.ofSeconds(1));
    }
}
