package com.autoclipr.testkit.reading;

import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The edit list of one track of an MP4 or QuickTime file, read by the specification (ISO/IEC
/// 14496-12, 8.6.6): FFmpeg's own reading of lists that do more than begin somewhere is wrong.
///
/// @param edits in the order in which they are shown
public record EditList(List<Edit> edits) {
    private static final int MOST_MOOV_BYTES = 1 << 24;
    private static final int MOST_EDITS = 10_000;

    /// A stretch of the presentation.
    ///
    /// @param seconds how long it lasts; zero for all that is left
    /// @param media seconds of the track's own time at which it begins; negative for nothing
    /// @param rate how fast it plays; zero to hold one picture
    public record Edit(Rational seconds, Rational media, Rational rate) {
        boolean isEmpty() {
            return media.signum() < 0;
        }
    }

    /// A stretch of the presentation that shows something.
    ///
    /// @param from seconds of the presentation
    public record Placed(Rational from, Edit edit) {
        /// Seconds of the presentation at which a moment of the track's own time is shown.
        Rational at(Rational media) {
            return edit.rate.signum() == 0
                    ? from
                    : from.plus(media.minus(edit.media).dividedBy(edit.rate));
        }

        public Rational end() {
            return from.plus(edit.seconds);
        }
    }

    public EditList {
        edits = List.copyOf(edits);
    }

    /// Whether it does more than begin somewhere, perhaps after nothing.
    boolean isUnusual() {
        int first = !edits.isEmpty() && edits.getFirst().isEmpty() ? 1 : 0;
        return edits.size() > first + 1
                || edits.stream().anyMatch(edit -> !edit.rate.equals(Rational.ONE));
    }

    /// What shows something, and when.
    public List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        Rational at = Rational.ZERO;
        for (Edit edit : edits) {
            if (!edit.isEmpty()) {
                placed.add(new Placed(at, edit));
            }
            at = at.plus(edit.seconds);
        }
        return placed;
    }

    /// The lists of all tracks, in the file's order; a track without one has no edits.
    static List<EditList> of(Path file) {
        try {
            Optional<ByteBuffer> moov = moov(file);
            return moov.isPresent() ? tracks(moov.get()) : List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(); // damaged: the program tells what it makes of it
        }
    }

    private static Optional<ByteBuffer> moov(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            byte[] head = new byte[16];
            while (at + 8 <= in.length()) {
                in.seek(at);
                in.readFully(head, 0, (int) Math.min(16, in.length() - at));
                ByteBuffer box = ByteBuffer.wrap(head);
                long size = box.getInt(0) & 0xffffffffL;
                size = size == 1 ? box.getLong(8) : size == 0 ? in.length() - at : size;
                String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
                if (size < 8 || (at == 0 && !type.matches("[a-z]{4}"))) {
                    return Optional.empty();
                }
                if (type.equals("moov") && size <= MOST_MOOV_BYTES) {
                    byte[] content = new byte[(int) Math.min(size, in.length() - at)];
                    in.seek(at);
                    in.readFully(content);
                    return Optional.of(ByteBuffer.wrap(content, 8, content.length - 8).slice());
                }
                at += size;
            }
            return Optional.empty();
        }
    }

    private static List<EditList> tracks(ByteBuffer moov) {
        long movieScale =
                children(moov, "mvhd").stream().findFirst().map(EditList::scale).orElse(1L);
        List<EditList> lists = new ArrayList<>();
        for (ByteBuffer trak : children(moov, "trak")) {
            long scale =
                    children(trak, "mdia").stream()
                            .flatMap(mdia -> children(mdia, "mdhd").stream())
                            .findFirst()
                            .map(EditList::scale)
                            .orElse(1L);
            List<Edit> edits =
                    children(trak, "edts").stream()
                            .flatMap(edts -> children(edts, "elst").stream())
                            .findFirst()
                            .map(elst -> edits(elst, movieScale, scale))
                            .orElse(List.of());
            lists.add(new EditList(edits));
        }
        return lists;
    }

    private static List<ByteBuffer> children(ByteBuffer box, String type) {
        List<ByteBuffer> found = new ArrayList<>();
        int at = 0;
        while (at + 8 <= box.limit()) {
            int size = box.getInt(at);
            if (size < 8 || size > box.limit() - at) {
                break;
            }
            byte[] name = new byte[4];
            box.get(at + 4, name);
            if (new String(name, StandardCharsets.ISO_8859_1).equals(type)) {
                found.add(box.slice(at + 8, size - 8));
            }
            at += size;
        }
        return found;
    }

    /// Ticks of a second, of `mvhd` or `mdhd`.
    private static long scale(ByteBuffer header) {
        return Math.max(1, header.getInt(header.get(0) == 1 ? 20 : 12));
    }

    private static List<Edit> edits(ByteBuffer elst, long movieScale, long scale) {
        boolean wide = elst.get(0) == 1;
        int count = Math.min(elst.getInt(4), MOST_EDITS);
        int size = wide ? 20 : 12;
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < count && 8 + (i + 1) * size <= elst.limit(); i++) {
            int at = 8 + i * size;
            long duration = wide ? elst.getLong(at) : elst.getInt(at) & 0xffffffffL;
            long media = wide ? elst.getLong(at + 8) : elst.getInt(at + 4);
            int rate = elst.getInt(at + size - 4);
            edits.add(
                    new Edit(
                            Rational.of(duration, movieScale),
                            Rational.of(media, scale),
                            Rational.of(rate, 1 << 16)));
        }
        return edits;
    }

    /// Pictures as they are shown, from pictures by the track's own time.
    List<ShownPicture> shown(List<ShownPicture> byMedia) {
        List<ShownPicture> shown = new ArrayList<>();
        for (Placed placed : placed()) {
            int first = 0;
            while (first + 1 < byMedia.size()
                    && byMedia.get(first + 1).begin().compareTo(placed.edit.media) <= 0) {
                first++;
            }
            for (int i = first; i < byMedia.size(); i++) {
                ShownPicture picture = byMedia.get(i);
                Rational begin = i == first ? placed.from : placed.at(picture.begin());
                if (i > first
                        && (placed.edit.rate.signum() == 0 || begin.compareTo(placed.end()) >= 0)) {
                    break;
                }
                shown.add(
                        new ShownPicture(
                                begin, begin, picture.width(), picture.height(), picture.print()));
            }
        }
        return shown;
    }

    public Rational end() {
        return edits.stream().map(Edit::seconds).reduce(Rational.ZERO, Rational::plus);
    }
}
