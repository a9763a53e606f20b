package org.santral.server.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.impl.AbstractConverter;

/// `datetime(6)` columns hold UTC. Read and written as local times, no driver and no session can shift them.
public final class UtcInstants extends AbstractConverter<LocalDateTime, Instant> {
    private static final long serialVersionUID = 1L;

    public UtcInstants() {
        super(LocalDateTime.class, Instant.class);
    }

    // jOOQ's interface is not annotated: it hands over null for null.
    @Override
    @SuppressWarnings("NullAway")
    public Instant from(LocalDateTime stored) {
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    @Override
    @SuppressWarnings("NullAway")
    public LocalDateTime to(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
