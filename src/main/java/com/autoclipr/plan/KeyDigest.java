package com.autoclipr.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over labelled parts; every part is preceded by its length, so that no two lists of parts
/// run together.
final class KeyDigest {
    private final MessageDigest digest;

    KeyDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

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
        return HexFormat.of().formatHex(digest.digest());
    }
}
