package com.autoclipr.libav.colour;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An ICC profile (ICC.1:2022, and version 2) of an input, display, output or colour space device.
///
/// Rendering follows the default of colour management systems: perceptual if the profile has a
/// table for it, white mapped to white, without black point compensation.
public final class IccProfile {
    /// Maximum size; profiles of printing presses have a few megabytes.
    public static final int MOST_BYTES = 16 << 20;

    private static final int HEADER_BYTES = 128;
    private static final int TAG_BYTES = 12;
    private static final int MOST_TAGS = 256;
    private static final int MOST_LETTERS = 80;

    private final ByteBuffer bytes;

    private IccProfile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// @throws ProfileException if this is not a valid profile
    public static IccProfile of(byte[] bytes) throws ProfileException {
        if (bytes.length > MOST_BYTES) {
            throw new ProfileException("too-large");
        }
        IccProfile profile = new IccProfile(ByteBuffer.wrap(bytes));
        if (bytes.length < HEADER_BYTES + 4 || !profile.letters(36).equals("acsp")) {
            throw new ProfileException("damaged");
        }
        return profile;
    }

    /// The name of the profile, printable and short; may be empty.
    public String description() {
        try {
            Optional<ByteBuffer> tag = tag("desc");
            return tag.isEmpty() ? "" : clean(description(tag.get()));
        } catch (ProfileException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // An invalid name does not invalidate a profile.
            return "";
        }
    }

    private static String description(ByteBuffer tag) {
        return letters(tag, 0).equals("mluc")
                ? text(tag, tag.getInt(24), tag.getInt(20), StandardCharsets.UTF_16BE)
                : text(tag, 12, tag.getInt(8), StandardCharsets.ISO_8859_1);
    }

    private static String text(ByteBuffer tag, int at, int size, Charset charset) {
        byte[] text = new byte[Math.clamp(size, 0, Math.min(tag.limit(), 4 * MOST_LETTERS))];
        tag.get(at, text);
        return new String(text, charset);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.isDefined(c))
                .limit(MOST_LETTERS)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /// Four letters, such as `RGB` or `CMYK`, without spaces.
    public String colourSpace() {
        return letters(16).strip();
    }

    /// Number of samples per pixel in the profile's colour space; 0 if pictures cannot have it.
    public int channels() {
        return switch (colourSpace()) {
            case "GRAY" -> 1;
            case "RGB" -> 3;
            case "CMYK" -> 4;
            default -> 0;
        };
    }

    /// @throws ProfileException if the profile is invalid or not supported
    public ColourTransform transform() throws ProfileException {
        switch (letters(12)) {
            case "scnr", "mntr", "prtr", "spac" -> {}
            default -> throw new ProfileException("class " + letters(12).strip());
        }
        if (channels() == 0) {
            throw new ProfileException("colour-space " + colourSpace());
        }
        boolean lab = letters(20).equals("Lab ");
        if (!lab && !letters(20).equals("XYZ ")) {
            throw new ProfileException("connection-space " + letters(20).strip());
        }
        try {
            Optional<ByteBuffer> table = tag("A2B0");
            if (table.isEmpty() && !shaped()) {
                table = tag("A2B1");
            }
            if (table.isPresent()) {
                return new TableTransform(IccTable.of(table.get(), lab, channels()));
            }
            return switch (channels()) {
                case 1 -> grey(lab);
                case 3 -> matrix();
                default -> throw new ProfileException("no-table");
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ProfileException("damaged");
        }
    }

    /// Whether the profile has matrix and curves.
    private boolean shaped() throws ProfileException {
        return tag(channels() == 1 ? "kTRC" : "rXYZ").isPresent();
    }

    /// In Lab, the curve gives lightness instead of light.
    private ColourTransform grey(boolean lab) throws ProfileException {
        ToneCurve curve = curve("kTRC");
        return new GreyTransform(lab ? x -> Lab.light(100 * curve.at(x)) : curve);
    }

    private ColourTransform matrix() throws ProfileException {
        double[] red = xyz("rXYZ");
        double[] green = xyz("gXYZ");
        double[] blue = xyz("bXYZ");
        Matrix3 toD50 =
                Matrix3.of(
                        red[0], green[0], blue[0], red[1], green[1], blue[1], red[2], green[2],
                        blue[2]);
        return MatrixTransform.of(curve("rTRC"), curve("gTRC"), curve("bTRC"), toD50);
    }

    private ToneCurve curve(String name) throws ProfileException {
        return IccCurves.read(required(name));
    }

    private double[] xyz(String name) throws ProfileException {
        ByteBuffer tag = required(name);
        return new double[] {
            IccCurves.fixed(tag, 8), IccCurves.fixed(tag, 12), IccCurves.fixed(tag, 16)
        };
    }

    private ByteBuffer required(String name) throws ProfileException {
        return tag(name).orElseThrow(() -> new ProfileException("no-" + name));
    }

    private Optional<ByteBuffer> tag(String name) throws ProfileException {
        int count = bytes.getInt(HEADER_BYTES);
        if (count < 0 || count > MOST_TAGS) {
            throw new ProfileException("damaged");
        }
        for (int i = 0; i < count; i++) {
            int entry = HEADER_BYTES + 4 + i * TAG_BYTES;
            if (letters(entry).equals(name)) {
                int offset = bytes.getInt(entry + 4);
                int size = bytes.getInt(entry + 8);
                if (offset < 0 || size < 0 || offset > bytes.limit() - size) {
                    throw new ProfileException("damaged");
                }
                return Optional.of(bytes.slice(offset, size));
            }
        }
        return Optional.empty();
    }

    private String letters(int at) {
        return letters(bytes, at);
    }

    static String letters(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
