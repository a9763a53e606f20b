package org.santral.server.imports;

import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;

import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;

/// Numbers that some customer may have already: so that a list of new people is not looked up one by one. Never says no
/// to one that is there; says yes to one in a hundred that is not. (A Bloom filter, ten bits a number.)
final class KnownNumbers {
    private static final int BITS = 10;
    private static final int HASHES = 7;
    private static final long MOST_BITS = 1L << 28;
    private static final int AT_ONCE = 1_000;

    private final long[] words;
    private final long bits;
    private final boolean all;

    private KnownNumbers(long bits, boolean all) {
        this.bits = bits;
        this.words = new long[(int) (bits / 64) + 1];
        this.all = all;
    }

    /// Says yes to every one: right for a few rows.
    static KnownNumbers unknown() {
        return new KnownNumbers(64, true);
    }

    /// @param more how many will be added about
    static KnownNumbers of(DSLContext sql, long more) {
        long expected = sql.fetchCount(CUSTOMER_NUMBER) + more + 10_000L;
        KnownNumbers known = new KnownNumbers(Math.min(MOST_BITS, expected * BITS), false);
        try (Cursor<Record1<String>> numbers = sql.select(CUSTOMER_NUMBER.E164)
                .from(CUSTOMER_NUMBER)
                .where(CUSTOMER_NUMBER.E164.isNotNull())
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (Record1<String> number : numbers) {
                known.add(number.value1());
            }
        }
        return known;
    }

    void add(String e164) {
        if (all) {
            return;
        }
        long hash = hash(e164);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            words[(int) (bit >>> 6)] |= 1L << (bit & 63);
        }
    }

    boolean mayHave(String e164) {
        if (all) {
            return true;
        }
        long hash = hash(e164);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            if ((words[(int) (bit >>> 6)] & 1L << (bit & 63)) == 0) {
                return false;
            }
        }
        return true;
    }

    private long bit(long hash, int which) {
        long step = (hash >>> 32) | 1;
        return Long.remainderUnsigned(hash + which * step * 0x9E3779B97F4A7C15L, bits);
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        return hash ^ (hash >>> 33);
    }
}
