package com.autoclipr.libav.container;

import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the edit lists of an MP4 or QuickTime file (ISO/IEC 14496-12, 8.6.6): FFmpeg applies those
/// that only trim a track, and gets others wrong.
public final class Mp4Edits {
    private static final int MOST_EDITS = 100_000;
    private static final int FIXED_POINT = 1 << 16;

    private Mp4Edits() {}

    /// A stored entry, in seconds.
    ///
    /// @param duration in movie time; zero for the rest of the track, allowed only for the last
    ///   entry
    /// @param media start in media time; empty for an empty edit
    /// @param rate media seconds per second
    public record Entry(Rational duration, Optional<Rational> media, Rational rate) {}

    /// The edit lists that do more than trim, by track; empty if the file cannot be parsed as an
    /// MP4.
    public static Map<Integer, List<Entry>> read(Path path) {
        Map<Integer, List<Entry>> lists = new HashMap<>();
        try (FileChannel file = FileChannel.open(path)) {
            Optional<Box> movie = Box.of(file).child("moov", 0);
            if (movie.isPresent()) {
                long filmTicks = ticksPerSecond(movie.get().at("mvhd"));
                for (Box track : movie.get().children(0)) {
                    if (track.type().equals("trak") && filmTicks > 0) {
                        add(track, filmTicks, lists);
                    }
                }
            }
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
            // Corrupt tables have no edits; the demuxer reports a corrupt file.
            return Map.of();
        }
        return lists;
    }

    private static void add(Box track, long filmTicks, Map<Integer, List<Entry>> lists)
            throws IOException {
        Optional<Integer> id = Box.trackId(track);
        Optional<Box> list = track.at("edts", "elst");
        long mediaTicks = ticksPerSecond(track.at("mdia", "mdhd"));
        if (id.isPresent() && list.isPresent() && mediaTicks > 0) {
            List<Entry> entries = entries(list.get().content(), filmTicks, mediaTicks);
            if (!isPlain(entries)) {
                lists.put(id.get(), entries);
            }
        }
    }

    /// The timescale, at the same offset in `mvhd` and `mdhd`; zero if there is none.
    private static long ticksPerSecond(Optional<Box> header) throws IOException {
        if (header.isEmpty()) {
            return 0;
        }
        ByteBuffer fields = header.get().content();
        return Integer.toUnsignedLong(fields.getInt(fields.get(0) == 1 ? 20 : 12));
    }

    /// Whether a list only trims: empty edits, then one edit at normal speed.
    private static boolean isPlain(List<Entry> entries) {
        int first = 0;
        while (first < entries.size() && entries.get(first).media.isEmpty()) {
            first++;
        }
        return first >= entries.size()
                || (first == entries.size() - 1 && entries.get(first).rate.equals(Rational.ONE));
    }

    private static List<Entry> entries(ByteBuffer list, long filmTicks, long mediaTicks)
            throws IOException {
        boolean wide = list.get(0) == 1;
        int size = wide ? 20 : 12;
        long count = Math.min(Integer.toUnsignedLong(list.getInt(4)), (list.limit() - 8) / size);
        if (count > MOST_EDITS) {
            throw new IOException(count + " edits");
        }
        List<Entry> entries = new ArrayList<>();
        for (int at = 8; at < 8 + count * size; at += size) {
            long duration = wide ? list.getLong(at) : Integer.toUnsignedLong(list.getInt(at));
            long media = wide ? list.getLong(at + 8) : list.getInt(at + 4);
            if (duration < 0) {
                throw new IOException("an edit of " + duration);
            }
            entries.add(
                    new Entry(
                            Rational.of(duration, filmTicks),
                            media < 0
                                    ? Optional.empty()
                                    : Optional.of(Rational.of(media, mediaTicks)),
                            Rational.of(list.getInt(at + size - 4), FIXED_POINT)));
        }
        return entries;
    }
}
