package org.santral.server.masking;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Numbers drawn by a key: the same for the same text, and of no use without the key.
final class Keyed {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Keyed(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// @return 0 to below `bound`
    int draw(String text, int bound) {
        byte[] drawn = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, drawn).mod(BigInteger.valueOf(bound)).intValue();
    }
}
