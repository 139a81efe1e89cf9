package com.autoclipr.libav.colour;

/// A colour profile cannot be applied; the message is a token for the reason.
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1;

    public ProfileException(String reason) {
        super(reason);
    }

    /// Such as `damaged`.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
