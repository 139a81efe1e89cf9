package com.autoclipr.testkit.reading;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/// What a still picture says about itself that the readers of `javax.imageio` do not apply.
///
/// @param orientation as EXIF numbers them: 1 is upright
/// @param gamma of a PNG's `gAMA`, as samples are made from light; 0 if there is none that counts
/// @param profile of a PNG's `iCCP`
/// @param coloursKnown whether that is all that there is
record StillMarks(
        int orientation, double gamma, Optional<ICC_Profile> profile, boolean coloursKnown) {
    private static final int ORIENTATION_TAG = 0x112;
    private static final int LOOKED_AT_BYTES = 1 << 20;

    static StillMarks of(byte[] file) {
        byte[] head = Arrays.copyOf(file, Math.min(file.length, LOOKED_AT_BYTES));
        if (isPng(head)) {
            return ofPng(head);
        }
        int tiff = isTiff(head, 0) ? 0 : afterText(head, "Exif\0\0");
        if (tiff < 0) {
            tiff = afterText(head, "EXIF") + 4;
        }
        return new StillMarks(orientation(head, tiff), 0, Optional.empty(), true);
    }

    private static boolean isPng(byte[] head) {
        return head.length > 8 && head[0] == (byte) 0x89 && head[1] == 'P';
    }

    private static boolean isTiff(byte[] head, int at) {
        if (at < 0 || at + 8 >= head.length) {
            return false;
        }
        boolean little = head[at] == 'I' && head[at + 1] == 'I' && head[at + 2] == 42;
        boolean big = head[at] == 'M' && head[at + 1] == 'M' && head[at + 3] == 42;
        return little || big;
    }

    private static int afterText(byte[] head, String text) {
        String all = new String(head, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        return at < 0 ? -1 : at + text.length();
    }

    private static StillMarks ofPng(byte[] head) {
        ByteBuffer in = ByteBuffer.wrap(head);
        int at = 8;
        int orientation = 1;
        double gamma = 0;
        boolean named = false;
        Optional<ICC_Profile> profile = Optional.empty();
        boolean other = false;
        while (at + 12 <= head.length) {
            int length = in.getInt(at);
            String type = new String(head, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || type.equals("IDAT") || at + 12L + length > head.length) {
                break;
            }
            switch (type) {
                case "gAMA" -> gamma = in.getInt(at + 8) / 100_000.0;
                case "sRGB" -> named = true;
                case "iCCP" -> profile = profile(Arrays.copyOfRange(head, at + 8, at + 8 + length));
                case "cICP", "cHRM" -> other = true;
                case "eXIf" -> orientation = orientation(head, at + 8);
                default -> {}
            }
            at += 12 + length;
        }
        named |= profile.isPresent();
        return new StillMarks(orientation, named ? 0 : gamma, profile, named || !other);
    }

    /// @param chunk a name, zero, the way of compression, the profile
    private static Optional<ICC_Profile> profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        int from = Math.min(chunk.length, name + 2);
        ByteArrayInputStream packed = new ByteArrayInputStream(chunk, from, chunk.length - from);
        try (InflaterInputStream in = new InflaterInputStream(packed)) {
            return Optional.of(ICC_Profile.getInstance(in.readNBytes(LOOKED_AT_BYTES)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The orientation in the first directory of a TIFF structure; 1 if there is none.
    private static int orientation(byte[] head, int start) {
        if (!isTiff(head, start)) {
            return 1;
        }
        ByteBuffer in = ByteBuffer.wrap(head, start, head.length - start).slice();
        in.order(head[start] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = in.getInt(4) & 0xffffffffL;
        if (directory + 2 > in.capacity()) {
            return 1;
        }
        int entries = in.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > in.capacity()) {
                return 1;
            }
            if ((in.getShort((int) entry) & 0xffff) == ORIENTATION_TAG) {
                return in.getShort((int) entry + 8);
            }
        }
        return 1;
    }
}
