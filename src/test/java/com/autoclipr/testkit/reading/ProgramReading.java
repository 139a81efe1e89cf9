package com.autoclipr.testkit.reading;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.reading.audio.ProgramAudio;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file by the bundled `ffprobe` and `ffmpeg` programs.
final class ProgramReading {
    private final Path file;
    private final JsonNode streams;
    private final JsonNode format;
    private final List<EditList> edits;

    private ProgramReading(Path file, JsonNode all) {
        this.file = file;
        this.streams = all.path("streams");
        this.format = all.path("format");
        boolean mp4 = format.path("format_name").asString("").startsWith("mov,");
        this.edits = mp4 ? EditList.of(file) : List.of();
    }

    /// What `ffprobe` says of the file's streams; empty if it cannot read it.
    static Optional<ProgramReading> of(Path file) {
        try {
            List<String> lines =
                    Programs.ffprobe(
                            List.of(
                                    "-show_streams",
                                    "-show_format",
                                    "-of",
                                    "json",
                                    file.toString()));
            JsonNode all = JsonMapper.shared().readTree(String.join("\n", lines));
            return Optional.of(new ProgramReading(file, all));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /// Streams of a kind that could be used, as the container numbers them.
    ///
    /// @param type `video` or `audio`
    List<Integer> candidates(String type) {
        List<Integer> found = new ArrayList<>();
        for (JsonNode stream : streams) {
            JsonNode disposition = stream.path("disposition");
            boolean sideShow =
                    disposition.path("attached_pic").asInt(0) != 0
                            || disposition.path("timed_thumbnails").asInt(0) != 0
                            || disposition.path("dependent").asInt(0) != 0;
            boolean known = !stream.path("codec_name").asString("unknown").equals("unknown");
            if (stream.path("codec_type").asString("").equals(type) && !sideShow && known) {
                found.add(stream.path("index").asInt());
            }
        }
        return found;
    }

    /// @param order which streams, and how much of them
    Reading read(ProgramRun.Order order) {
        try (ProgramRun run = ProgramRun.of(file, order)) {
            Optional<PictureReading> pictures =
                    order.picture().isPresent() ? pictures(run, order) : Optional.empty();
            Optional<ProgramAudio> sound =
                    order.sound().isPresent()
                            ? ProgramAudio.of(
                                    run,
                                    lowFrequency(order.sound().getAsInt()),
                                    declaredStart(order.sound().getAsInt()))
                            : Optional.empty();
            if (pictures.isEmpty() && sound.isEmpty()) {
                return Reading.refused(run.lastWord());
            }
            EditList list =
                    order.ownTime() ? edits(order.sound().orElse(-1)) : new EditList(List.of());
            return fromZero(pictures, sound.map(s -> s.edited(list)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Source time zero is the earliest start.
    private static Reading fromZero(Optional<PictureReading> pictures, Optional<ProgramAudio> sound)
            throws IOException {
        Rational zero =
                Stream.concat(
                                pictures.map(p -> p.pictures().getFirst().begin()).stream(),
                                sound.map(ProgramAudio::start).stream())
                        .min(Rational::compareTo)
                        .orElseThrow();
        boolean still = sound.isEmpty() && pictures.isPresent() && isStill(pictures.get());
        return new Reading(
                pictures.map(p -> p.earlierBy(zero)),
                sound.isPresent() ? Optional.of(sound.get().read(zero)) : Optional.empty(),
                still,
                "",
                List.of());
    }

    private static boolean isStill(PictureReading pictures) {
        return pictures.whole() && pictures.pictures().size() == 1;
    }

    /// Whether FFmpeg's own reading of an edit list is not to be trusted.
    boolean hasUnusualEdits(OptionalInt picture, OptionalInt sound) {
        return (picture.isPresent() && edits(picture.getAsInt()).isUnusual())
                || (sound.isPresent() && edits(sound.getAsInt()).isUnusual());
    }

    private EditList edits(int index) {
        return index >= 0 && index < edits.size() ? edits.get(index) : new EditList(List.of());
    }

    /// Whether pictures of a stream have a plane of luma.
    boolean hasLuma(int index) {
        return stream(index).path("pix_fmt").asString("").matches("(yuv|gray).*");
    }

    /// The colours of a stream's first picture, if the stream says how they are coded.
    Optional<ColourPrint> colours(int index) {
        String matrix = stream(index).path("color_space").asString("");
        boolean told = !matrix.isEmpty() && !matrix.equals("unknown") && !matrix.equals("gbr");
        return told ? ProgramColours.of(file, index) : Optional.empty();
    }

    private boolean isFullRange(int index) {
        String format = stream(index).path("pix_fmt").asString("");
        String range = stream(index).path("color_range").asString("");
        return range.equals("pc")
                || format.startsWith("yuvj")
                || (format.startsWith("gray") && !range.equals("tv"));
    }

    /// When the container says that a sound is first heard, by the clock of the program, which
    /// begins with the file's first timestamp. Matroska's times begin before the priming.
    private Optional<Rational> declaredStart(int index) {
        String start = stream(index).path("start_time").asString("");
        String zero = format.path("start_time").asString("");
        if (!start.matches("-?[\\d.]+") || !zero.matches("-?[\\d.]+")) {
            return Optional.empty();
        }
        Rational declared = Rational.parse(start).minus(Rational.parse(zero));
        long rateHz = stream(index).path("sample_rate").asLong(0);
        boolean matroska = format.path("format_name").asString("").startsWith("matroska");
        long priming = stream(index).path("initial_padding").asLong(0);
        return Optional.of(
                matroska && rateHz > 0 ? declared.plus(Rational.of(priming, rateHz)) : declared);
    }

    private int lowFrequency(int index) {
        String layout = stream(index).path("channel_layout").asString("");
        return layout.matches("(5|6|7)\\.1.*") ? 3 : -1;
    }

    JsonNode stream(int index) {
        for (JsonNode stream : streams) {
            if (stream.path("index").asInt(-1) == index) {
                return stream;
            }
        }
        throw new IllegalArgumentException(file + " has no stream " + index);
    }

    private Optional<PictureReading> pictures(ProgramRun run, ProgramRun.Order order)
            throws IOException {
        int index = order.picture().getAsInt();
        boolean limited = order.luma() && !isFullRange(index);
        Optional<PictureReading> read =
                ProgramPictures.of(run, limited).map(found -> found.reading(file, order));
        EditList list = edits(index);
        return order.ownTime() && !list.edits().isEmpty()
                ? read.map(pictures -> pictures.edited(list))
                : read;
    }

    /// What a file holds beside the streams that are read.
    static OptionalInt first(List<Integer> candidates) {
        return candidates.isEmpty() ? OptionalInt.empty() : OptionalInt.of(candidates.getFirst());
    }
}
