package com.autoclipr.libav.container;

import java.util.Set;

/// Major brands of HEIF and AVIF files (ISO/IEC 23008-12).
public final class HeifBrands {
    private static final Set<String> ALL =
            Set.of(
                    "mif1", "msf1", "heic", "heix", "heim", "heis", "hevc", "hevx", "hevs", "avif",
                    "avis");

    private static final Set<String> SEQUENCES =
            Set.of("avis", "msf1", "hevc", "hevx", "heis", "hevs");

    private HeifBrands() {}

    /// Whether files of this brand are HEIF or AVIF.
    public static boolean isHeif(String brand) {
        return ALL.contains(brand);
    }

    /// Whether files of this brand are animations, even if they contain still images.
    public static boolean isSequence(String brand) {
        return SEQUENCES.contains(brand);
    }
}
