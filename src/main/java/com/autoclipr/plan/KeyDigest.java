package com.autoclipr.plan;

import com.autoclipr.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// SHA-256 over labelled parts; every part is preceded by its length, so that no two lists of parts
/// run together.
final class KeyDigest {
    private final MessageDigest digest = Sha256.start();

    KeyDigest add(String label, String value) {
        return add(label, value.getBytes(StandardCharsets.UTF_8));
    }

    KeyDigest add(String label, byte[] value) {
        byte[] head = (label + ":" + value.length + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(head);
        digest.update(value);
        return this;
    }

    String hex() {
        return Sha256.hex(digest);
    }
}
