package com.autoclipr.media.encoded;

import com.autoclipr.failure.Decision;
import java.util.List;

/// The origin of an encoded file, kept inside it.
///
/// @param key hexadecimal SHA-256 of everything that can change its bytes
/// @param decisions made while it was encoded
public record Provenance(String key, List<Decision> decisions) {
    public Provenance {
        decisions = List.copyOf(decisions);
    }
}
