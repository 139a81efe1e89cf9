package com.autoclipr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/// Against the example of FIPS 180-2.
class Sha256Test {
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theDigestOfAbc() {
        byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(ABC, Sha256.hex(bytes));
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        assertEquals(ABC, Sha256.hex(digest));
    }

    @Test
    void theShortFormIsItsBeginning() {
        assertEquals("ba7816bf8f01cfea", Sha256.shortHex("abc"));
        MessageDigest digest = Sha256.start();
        digest.update("abc".getBytes(StandardCharsets.US_ASCII));
        assertEquals("ba7816bf8f01cfea", Sha256.shortHex(digest));
    }
}
