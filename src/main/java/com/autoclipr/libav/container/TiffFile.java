package com.autoclipr.libav.container;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the tags of a TIFF say (TIFF 6.0, BigTIFF): of its first page, and how many there are. Also
/// makes sure that reading it takes no more memory than a picture may. The file stays its owner's.
///
/// @param first the first page
/// @param extras the other pages
/// @param raw whether what it holds is what a camera's sensor saw, and at best a preview of it
/// @param damaged whether other directories cannot be read
public record TiffFile(TiffDirectory first, Extras extras, boolean raw, boolean damaged) {
    private static final int SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int PHOTOMETRIC = 262;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int SUB_DIRECTORIES = 330;
    private static final int PROFILE = 34_675;

    private static final int SEPARATED = 5;

    /// Light behind a mosaic of colour filters (TIFF/EP), or of a sensor's colours (DNG).
    private static final Set<Long> SENSOR = Set.of(32_803L, 34_892L);

    /// What a page is, without its pixels.
    private static final Set<Integer> KIND =
            Set.of(SUBFILE, WIDTH, HEIGHT, PHOTOMETRIC, SUB_DIRECTORIES);

    /// What its reader makes a picture of: sizes, samples, compression (259), fill order (266),
    /// strips (273, 278, 279), planes (284), fax (292, 293), predictor (317), palette (320), tiles
    /// (324, 325), inks (332 to 334), further samples (338), their kind (339), JPEG (347, 512 to
    /// 521), Y′CbCr (529 to 532).
    public static final Set<Integer> PICTURE =
            Set.of(
                    SUBFILE,
                    255,
                    WIDTH,
                    HEIGHT,
                    258,
                    259,
                    PHOTOMETRIC,
                    266,
                    273,
                    SAMPLES,
                    278,
                    279,
                    284,
                    292,
                    293,
                    317,
                    318,
                    319,
                    320,
                    TILE_WIDTH,
                    TILE_HEIGHT,
                    324,
                    325,
                    332,
                    333,
                    334,
                    338,
                    339,
                    347,
                    512,
                    513,
                    514,
                    515,
                    517,
                    518,
                    519,
                    520,
                    521,
                    529,
                    530,
                    531,
                    532,
                    PROFILE);

    private static final int MOST_PAGES = 1_000;
    private static final int MOST_SUB_DIRECTORIES = 100;
    private static final int MOST_SAMPLES = 16;
    private static final int MOST_TILES = 1 << 20;

    /// A preview has fewer pixels than this part of what it is a preview of.
    private static final int PREVIEW = 4;

    static boolean isTiff(FileBytes file) throws IOException {
        return file.startsWith(0, "II*\0")
                || file.startsWith(0, "MM\0*")
                || file.startsWith(0, "II+\0\b\0\0\0")
                || file.startsWith(0, "MM\0+\0\b\0\0");
    }

    /// @throws IOException if the first page is damaged
    public static TiffFile read(FileChannel channel) throws IOException {
        return new Reading(TiffBytes.of(channel)).read();
    }

    private static final class Reading {
        private final TiffBytes file;
        private boolean damaged;

        private Reading(TiffBytes file) {
            this.file = file;
        }

        private TiffFile read() throws IOException {
            Set<Integer> wanted = new HashSet<>(PICTURE);
            wanted.add(ORIENTATION);
            TiffDirectory first = TiffDirectory.read(file, file.firstDirectory(), wanted);
            if (first.tags().isEmpty()) {
                throw new IOException("no page");
            }
            List<TiffDirectory> pages = pages(first);
            Set<Extra> kinds = EnumSet.noneOf(Extra.class);
            for (TiffDirectory page : pages) {
                kinds.add(isSmaller(page) ? Extra.THUMBNAIL : Extra.PAGES);
            }
            List<TiffDirectory> others = new ArrayList<>(pages);
            others.addAll(subDirectories(first.at()));
            if (damaged && isSmaller(first)) {
                throw new IOException("a preview of what cannot be read");
            }
            boolean raw = isCanonRaw() || isSensor(first);
            for (TiffDirectory other : others) {
                raw |= isSensor(other) && isPreview(first, other);
            }
            return new TiffFile(first, new Extras(pages.size(), kinds), raw, damaged);
        }

        /// The pages after the first, as far as they can be read.
        private List<TiffDirectory> pages(TiffDirectory first) {
            List<TiffDirectory> pages = new ArrayList<>();
            Set<Long> seen = new HashSet<>(Set.of(first.at()));
            long next = first.next();
            try {
                while (next != 0 && pages.size() < MOST_PAGES) {
                    if (!seen.add(next)) {
                        throw new IOException("pages in circles");
                    }
                    TiffDirectory page = TiffDirectory.read(file, next, KIND);
                    pages.add(page);
                    next = page.next();
                }
            } catch (IOException e) {
                damaged = true;
            }
            return pages;
        }

        /// What belongs to the first page without being a page, as far as it can be read: the tag
        /// may be damaged without harm to the page.
        private List<TiffDirectory> subDirectories(long page) {
            List<TiffDirectory> found = new ArrayList<>();
            try {
                TiffDirectory.Tag tag =
                        TiffDirectory.read(file, page, KIND).tags().get(SUB_DIRECTORIES);
                long count = tag == null ? 0 : Math.min(tag.count(), MOST_SUB_DIRECTORIES);
                for (int i = 0; tag != null && i < count; i++) {
                    int bytes = TiffDirectory.Tag.size(tag.type());
                    long at = file.number(tag.place() + (long) i * bytes, bytes);
                    found.add(TiffDirectory.read(file, at, KIND));
                }
            } catch (IOException e) {
                damaged = true;
            }
            return found;
        }

        /// Canon's CR2 says so at once; the sensor's picture in it has no tags of its kind.
        private boolean isCanonRaw() throws IOException {
            return new FileBytes(file.file()).startsWith(8, "CR\u0002");
        }

        private static boolean isSensor(TiffDirectory page) throws IOException {
            return SENSOR.contains(page.value(PHOTOMETRIC, 0));
        }

        private static boolean isSmaller(TiffDirectory page) throws IOException {
            return (page.value(SUBFILE, 0) & 1) != 0;
        }

        private static boolean isPreview(TiffDirectory page, TiffDirectory of) throws IOException {
            return isSmaller(page) || PREVIEW * pixels(page) < pixels(of);
        }

        private static double pixels(TiffDirectory page) throws IOException {
            return (double) page.value(WIDTH, 0) * page.value(HEIGHT, 0);
        }
    }

    /// Whether its colours are inks, not light.
    public boolean inks() throws IOException {
        return first.value(PHOTOMETRIC, 0) == SEPARATED;
    }

    /// How its colours are converted, if they are L*a*b*.
    public Optional<TiffLab> lab() throws IOException {
        return TiffLab.of(first);
    }

    /// Tags that its reader is to see with other values.
    public static Map<Integer, Integer> insteadOf(Optional<TiffLab> lab) {
        return lab.map(colours -> Map.of(PHOTOMETRIC, colours.photometric())).orElse(Map.of());
    }

    /// How the picture is to be turned, 1 to 8.
    int orientation() throws IOException {
        return (int) first.value(ORIENTATION, 1);
    }

    /// Pixels of a row.
    public long width() throws IOException {
        return first.value(WIDTH, 0);
    }

    /// Rows.
    public long height() throws IOException {
        return first.value(HEIGHT, 0);
    }

    /// Its colour profile; empty if it has none.
    public byte[] profile() throws IOException {
        TiffDirectory.Tag tag = first.tags().get(PROFILE);
        return tag == null || tag.bytes() == 0
                ? new byte[0]
                : RiffChunk.read(first.file().file(), tag.place(), (int) tag.bytes()).array();
    }

    /// @throws com.autoclipr.failure.FailureException MEDIA_LIMIT, MEDIA_CORRUPT if there is no
    ///   size
    public void requireSize(Path path) throws IOException {
        long width = width();
        long height = height();
        long tileWidth = first.value(TILE_WIDTH, width);
        long tileHeight = first.value(TILE_HEIGHT, height);
        long samples = first.value(SAMPLES, 1);
        if (Math.min(width, height) < 1 || Math.min(tileWidth, tileHeight) < 1 || samples < 1) {
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "no-picture").asException();
        }
        int most = MediaLimits.MAX_SIDE;
        MediaLimits.requireSize(
                path, (int) Math.min(width, most + 1), (int) Math.min(height, most + 1), false);
        MediaLimits.require(path, "picture-channels", MOST_SAMPLES, samples);
        MediaLimits.require(path, "picture-size", 2L * most, Math.max(tileWidth, tileHeight));
        long tiles = Math.ceilDiv(width, tileWidth) * Math.ceilDiv(height, tileHeight);
        MediaLimits.require(path, "tiles", MOST_TILES, tiles);
    }
}
