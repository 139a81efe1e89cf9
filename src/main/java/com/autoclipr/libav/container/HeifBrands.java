package com.autoclipr.libav.container;

import java.util.Set;

/// Major brands of files of the MP4 family that hold pictures (ISO/IEC 23008-12, and AVIF).
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

    /// Whether they are to be shown as an animation, whatever stills they hold.
    public static boolean isSequence(String brand) {
        return SEQUENCES.contains(brand);
    }
}
