package com.autoclipr.libav.probe;

import com.autoclipr.libav.container.Box;
import com.autoclipr.libav.container.GifFile;
import com.autoclipr.libav.container.PngFile;
import com.autoclipr.libav.input.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The loop count of an animation, as in browsers, and whether the animation is complete.
final class Animations {
    private static final int FOR_EVER = 0;
    private static final int ONCE = 1;

    private Animations() {}

    /// @return 0: infinitely, also for files without a loop count, such as videos
    static int plays(InputFile input, AVStream stream) {
        try (FileChannel file = FileChannel.open(input.path())) {
            return switch (input.container()) {
                case "gif" -> GifFile.read(file).plays();
                case "apng" -> PngFile.read(file).plays();
                default ->
                        input.isHeif() && stream.nb_frames() > 1
                                ? ofTrack(file, stream.id())
                                : FOR_EVER;
            };
        } catch (IOException | IndexOutOfBoundsException e) {
            return FOR_EVER;
        }
    }

    /// Whether an animation is complete according to its structure; true for other files.
    static boolean whole(InputFile input) {
        try (FileChannel file = FileChannel.open(input.path())) {
            return switch (input.container()) {
                case "gif" -> GifFile.read(file).whole();
                case "apng" -> PngFile.read(file).whole();
                default -> true;
            };
        } catch (IOException e) {
            return false;
        }
    }

    /// HEIF: an edit list without the repeat flag plays once; with it, as often as the edit fits
    /// into the track's duration (ISO/IEC 23008-12, 9.6.1).
    private static int ofTrack(FileChannel file, int id) throws IOException {
        Optional<Box> movie = Box.of(file).child("moov", 0);
        for (Box track : movie.isEmpty() ? List.<Box>of() : movie.get().children(0)) {
            boolean wanted =
                    track.type().equals("trak")
                            && Box.trackId(track).filter(number -> number == id).isPresent();
            Optional<Box> edits = wanted ? track.at("edts", "elst") : Optional.empty();
            if (edits.isPresent()) {
                return ofEdits(edits.get().content(), duration(track));
            }
        }
        return FOR_EVER;
    }

    private static int ofEdits(ByteBuffer edits, long trackTicks) {
        boolean wide = edits.get(0) == 1;
        if ((edits.getInt(0) & 1) == 0) {
            return ONCE;
        }
        long editTicks = wide ? edits.getLong(8) : Integer.toUnsignedLong(edits.getInt(8));
        if (trackTicks < 0 || editTicks <= 0 || edits.getInt(4) != 1) {
            return FOR_EVER;
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(trackTicks, editTicks));
    }

    /// In ticks of the movie timescale; -1 if infinite.
    private static long duration(Box track) throws IOException {
        Optional<Box> header = track.child("tkhd", 0);
        if (header.isEmpty()) {
            return -1;
        }
        ByteBuffer content = header.get().content();
        if (content.get(0) == 1) {
            return content.getLong(28);
        }
        int ticks = content.getInt(20);
        return ticks == -1 ? -1 : Integer.toUnsignedLong(ticks);
    }
}
