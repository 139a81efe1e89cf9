package com.autoclipr.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in hexadecimal, lower case.
public final class Sha256 {
    private static final int SHORT_DIGITS = 16;

    private Sha256() {}

    /// A digest of nothing yet.
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// What a digest has come to; it is reset.
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The digest of these bytes.
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }

    /// The first 8 bytes of the digest of a text in UTF-8: enough to tell versions apart.
    public static String shortHex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT_DIGITS);
    }

    /// The first 8 bytes of what a digest has come to; it is reset.
    public static String shortHex(MessageDigest digest) {
        return hex(digest).substring(0, SHORT_DIGITS);
    }
}
