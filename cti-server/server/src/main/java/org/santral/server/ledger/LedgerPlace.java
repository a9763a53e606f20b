package org.santral.server.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Where lines of the ledger are read: a file, or a table.
///
/// @param name for people
/// @param fingerprint by which it is known under any name: SHA-256 of a file's first line, of a table's beginning
record LedgerPlace(String name, byte[] fingerprint) {

    static byte[] fingerprint(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
