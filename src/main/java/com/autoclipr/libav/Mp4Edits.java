package com.autoclipr.libav;

import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the edit lists of an MP4 or QuickTime file (ISO/IEC 14496-12, 8.6.6): FFmpeg applies those
/// that say where a track begins and ends, and gets others wrong.
final class Mp4Edits {
    private static final int HEADER_BYTES = 8;
    private static final int MOST_BOXES = 100_000;
    private static final int MOST_EDITS = 100_000;
    private static final long MOST_HEADER_BYTES = 1 << 10;
    private static final int FIXED_POINT = 1 << 16;

    private final FileChannel file;
    private int boxes;
    private long movieTicksPerSecond;

    /// An entry of a list as it is stored, in seconds.
    ///
    /// @param duration of the film; zero for the rest of the track, which only a last one may say
    /// @param media where in the track it begins; empty where nothing is shown
    /// @param rate media seconds per second
    record Entry(Rational duration, Optional<Rational> media, Rational rate) {}

    private record Box(String type, long start, long end) {}

    private Mp4Edits(FileChannel file) {
        this.file = file;
    }

    /// The lists that say more than where a track begins and ends, by track; none if the file
    /// cannot be read as an MP4.
    static Map<Integer, List<Entry>> read(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            return new Mp4Edits(file).lists();
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
            // Damaged tables have no edits; whether the file can be read, its demuxer says.
            return Map.of();
        }
    }

    private Map<Integer, List<Entry>> lists() throws IOException {
        Map<Integer, List<Entry>> lists = new HashMap<>();
        for (Box box : inside(0, file.size())) {
            if (box.type.equals("moov")) {
                List<Box> movie = inside(box.start, box.end);
                for (Box header : movie) {
                    if (header.type.equals("mvhd")) {
                        movieTicksPerSecond = ticksPerSecond(header);
                    }
                }
                for (Box track : movie) {
                    if (track.type.equals("trak")) {
                        addTrack(inside(track.start, track.end), lists);
                    }
                }
            }
        }
        return lists;
    }

    private void addTrack(List<Box> track, Map<Integer, List<Entry>> lists) throws IOException {
        Optional<Box> header = child(track, "tkhd");
        Optional<Box> list = child(track, "edts", "elst");
        Optional<Box> media = child(track, "mdia", "mdhd");
        if (header.isEmpty() || list.isEmpty() || media.isEmpty() || movieTicksPerSecond <= 0) {
            return;
        }
        long mediaTicksPerSecond = ticksPerSecond(media.get());
        if (mediaTicksPerSecond > 0) {
            List<Entry> entries = entries(list.get(), mediaTicksPerSecond);
            if (!isPlain(entries)) {
                ByteBuffer fields = bytes(header.get(), 24);
                lists.put(fields.getInt(fields.get(0) == 1 ? 20 : 12), entries);
            }
        }
    }

    /// Whether a list says no more than where a track begins and ends: nothing for a while, then
    /// one part at its usual speed.
    private static boolean isPlain(List<Entry> entries) {
        int first = 0;
        while (first < entries.size() && entries.get(first).media.isEmpty()) {
            first++;
        }
        return first >= entries.size()
                || (first == entries.size() - 1 && entries.get(first).rate.equals(Rational.ONE));
    }

    private List<Entry> entries(Box list, long mediaTicksPerSecond) throws IOException {
        ByteBuffer head = bytes(list, 8);
        boolean wide = head.get(0) == 1;
        int size = wide ? 20 : 12;
        int count = (int) Math.min(head.getInt(4), (list.end - list.start - 8) / size);
        if (count > MOST_EDITS) {
            throw new IOException(count + " edits");
        }
        ByteBuffer all = RiffChunk.read(file, list.start + 8, count * size);
        all.order(java.nio.ByteOrder.BIG_ENDIAN);
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at + size <= all.limit(); at += size) {
            long duration = wide ? all.getLong(at) : Integer.toUnsignedLong(all.getInt(at));
            long media = wide ? all.getLong(at + 8) : all.getInt(at + 4);
            int rate = all.getInt(at + size - 4);
            if (duration < 0) {
                throw new IOException("an edit of " + duration);
            }
            entries.add(
                    new Entry(
                            Rational.of(duration, movieTicksPerSecond),
                            media < 0
                                    ? Optional.empty()
                                    : Optional.of(Rational.of(media, mediaTicksPerSecond)),
                            Rational.of(rate, FIXED_POINT)));
        }
        return entries;
    }

    /// Of `mvhd` and `mdhd` alike.
    private long ticksPerSecond(Box header) throws IOException {
        ByteBuffer fields = bytes(header, 24);
        return Integer.toUnsignedLong(fields.getInt(fields.get(0) == 1 ? 20 : 12));
    }

    private Optional<Box> child(List<Box> among, String... path) throws IOException {
        for (Box box : among) {
            if (box.type.equals(path[0])) {
                if (path.length == 1) {
                    return Optional.of(box);
                }
                String[] rest = java.util.Arrays.copyOfRange(path, 1, path.length);
                return child(inside(box.start, box.end), rest);
            }
        }
        return Optional.empty();
    }

    private List<Box> inside(long start, long end) throws IOException {
        List<Box> found = new ArrayList<>();
        long at = start;
        while (at + HEADER_BYTES <= end && ++boxes < MOST_BOXES) {
            ByteBuffer head = RiffChunk.read(file, at, HEADER_BYTES);
            head.order(java.nio.ByteOrder.BIG_ENDIAN);
            long size = Integer.toUnsignedLong(head.getInt(0));
            int header = HEADER_BYTES;
            if (size == 1) {
                ByteBuffer wide = RiffChunk.read(file, at + HEADER_BYTES, 8);
                size = wide.order(java.nio.ByteOrder.BIG_ENDIAN).getLong(0);
                header += 8;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < header || size > end - at) {
                break;
            }
            byte[] type = new byte[4];
            head.get(4, type);
            found.add(
                    new Box(new String(type, StandardCharsets.ISO_8859_1), at + header, at + size));
            at += size;
        }
        return found;
    }

    private ByteBuffer bytes(Box box, int count) throws IOException {
        long most = Math.min(MOST_HEADER_BYTES, box.end - box.start);
        return RiffChunk.read(file, box.start, (int) Math.min(count, most))
                .order(java.nio.ByteOrder.BIG_ENDIAN);
    }
}
