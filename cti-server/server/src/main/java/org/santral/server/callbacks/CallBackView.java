package org.santral.server.callbacks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CallBackState;

/// A promise to call somebody, as it is read.
///
/// @param version the ETag
/// @param customer null when it is a number alone
/// @param number E.164 with `+`, as it was written where it is no number of any country
/// @param display as its country writes it
/// @param person who is to call, null: whoever is free
/// @param pbx with `call`: the call it was promised in, null when it was in none
/// @param overdue as it stood when it was read
/// @param endedAt when it was kept or called off, null while it is open
public record CallBackView(
        long id,
        int version,
        @Nullable Customer customer,
        String number,
        String display,
        Instant dueAt,
        @Nullable Who person,
        CallBackState state,
        String remark,
        @Nullable String pbx,
        @Nullable String call,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        boolean overdue) {

    public record Customer(long id, String name) {}

    public record Who(String login, String name) {}

    public record Page(
            List<CallBackView> callBacks, @Nullable String next) {}
}
