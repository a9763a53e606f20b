package org.santral.server.customers.timeline;

import java.time.Instant;

/// One thing that happened to a customer. What else there is to say of it are the members of whoever implements
/// it, usually a record: they are told as they are.
public interface TimelineEntry {
    /// One word: `call`, `note`, `case`, `callBack`.
    String kind();

    Instant at();

    /// Of its kind alone.
    String id();
}
