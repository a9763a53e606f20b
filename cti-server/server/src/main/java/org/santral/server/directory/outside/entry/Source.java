package org.santral.server.directory.outside.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;

/// A directory that others keep.
public interface Source extends AutoCloseable {
    /// Blocks; from any thread, several at once. What it has to do within is its own setting, so that a call's
    /// budget may be over long before.
    ///
    /// @param reading of a number of some country
    /// @return raw, in no order; who asks checks, cleans and ranks them
    List<Entry> withNumber(PhoneNumbers.Reading reading) throws SourceTrouble;

    /// What is wrong beside questions: a copy that cannot be refreshed, for example. Null while nothing is.
    default @Nullable String trouble() {
        return null;
    }

    /// It answers out of memory: nobody has to wait for it.
    default boolean isAtHand() {
        return false;
    }

    @Override
    void close();
}
