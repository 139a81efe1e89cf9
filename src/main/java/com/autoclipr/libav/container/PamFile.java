package com.autoclipr.libav.container;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The header of a PAM (Netpbm's "portable arbitrary map", `P7`).
///
/// @param width pixels per row
/// @param height rows
/// @param depth samples per pixel
/// @param most maximum sample value
/// @param kind tuple type of the header; empty if missing
/// @param start offset of the samples
public record PamFile(int width, int height, int depth, int most, String kind, long start) {
    /// FFmpeg's demuxer for such images, which does not probe them.
    public static final String CONTAINER = "pam_pipe";

    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final int MOST_VALUE = 65_535;
    private static final String ALPHA = "_ALPHA";

    static boolean isPam(FileBytes file) throws IOException {
        return file.startsWith(0, "P7\n");
    }

    /// Empty if the header is not valid.
    public static Optional<PamFile> read(FileBytes file) throws IOException {
        Map<String, String> fields = new HashMap<>();
        long at = 3;
        while (at < Math.min(file.size(), MOST_HEADER_BYTES)) {
            long end = file.find(at, '\n');
            String line = line(file, at, Math.min(end, MOST_HEADER_BYTES));
            at = end + 1;
            if (line.equals("ENDHDR")) {
                return of(fields, at);
            }
            String[] parts = line.split("\\s+", 2);
            if (!line.startsWith("#") && parts.length == 2) {
                fields.putIfAbsent(parts[0], parts[1]);
            }
        }
        return Optional.empty();
    }

    private static String line(FileBytes file, long from, long end) throws IOException {
        StringBuilder line = new StringBuilder();
        for (long at = from; at < end; at++) {
            line.append((char) file.at(at));
        }
        return line.toString().strip();
    }

    private static Optional<PamFile> of(Map<String, String> fields, long start) {
        OptionalInt width = number(fields, "WIDTH", Integer.MAX_VALUE);
        OptionalInt height = number(fields, "HEIGHT", Integer.MAX_VALUE);
        OptionalInt depth = number(fields, "DEPTH", MOST_VALUE);
        OptionalInt most = number(fields, "MAXVAL", MOST_VALUE);
        if (width.isEmpty() || height.isEmpty() || depth.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        String kind = fields.getOrDefault("TUPLTYPE", "").toUpperCase(Locale.ROOT);
        return Optional.of(
                new PamFile(
                        width.getAsInt(),
                        height.getAsInt(),
                        depth.getAsInt(),
                        most.getAsInt(),
                        kind,
                        start));
    }

    private static OptionalInt number(Map<String, String> fields, String name, int largest) {
        try {
            int value = Integer.parseInt(fields.getOrDefault(name, ""));
            return value >= 1 && value <= largest ? OptionalInt.of(value) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /// Colour samples per pixel: 1 or 3; 0 if it is neither grey nor R′G′B′. Non-standard tuple
    /// types are judged by their number of samples.
    public int colours() {
        int colours =
                switch (plainKind()) {
                    case "BLACKANDWHITE", "GRAYSCALE" -> 1;
                    case "RGB" -> 3;
                    case "CMYK" -> 0;
                    default -> depth <= 2 ? 1 : depth <= 4 ? 3 : 0;
                };
        return colours + (alpha() ? 1 : 0) <= depth ? colours : 0;
    }

    /// Whether the sample after the colours is alpha.
    public boolean alpha() {
        return switch (plainKind()) {
            case "BLACKANDWHITE", "GRAYSCALE", "RGB", "CMYK" -> kind.endsWith(ALPHA);
            default -> depth == 2 || depth == 4;
        };
    }

    private String plainKind() {
        return kind.endsWith(ALPHA) ? kind.substring(0, kind.length() - ALPHA.length()) : kind;
    }

    public boolean wide() {
        return most > 255;
    }

    public long rowBytes() {
        return (long) width * depth * (wide() ? 2 : 1);
    }

    /// Offset of the end of the image.
    long end() {
        long most = (Long.MAX_VALUE - start) / rowBytes();
        return height > most ? Long.MAX_VALUE : start + height * rowBytes();
    }
}
