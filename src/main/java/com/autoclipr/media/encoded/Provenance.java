package com.autoclipr.media.encoded;

import com.autoclipr.failure.Decision;
import java.util.List;

/// Where an encoded file comes from. Kept inside the file, so that there is never one without the
/// other.
///
/// @param key hexadecimal SHA-256 of everything that can change its bytes
/// @param decisions what was adapted while it was made
public record Provenance(String key, List<Decision> decisions) {
    public Provenance {
        decisions = List.copyOf(decisions);
    }
}
