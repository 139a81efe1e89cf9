package com.autoclipr.testkit.reading;

import com.autoclipr.testkit.Programs;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file by the bundled `ffprobe` and `ffmpeg` programs.
final class ProgramReading {
    private static final Pattern TIME_BASE =
            Pattern.compile("showinfo_0 @ .*config in time_base: (\\d+)/(\\d+)");
    private static final Pattern PICTURE =
            Pattern.compile(
                    "n: *(\\d+) pts: *(\\S+) pts_time:\\S+ +duration: *(\\S+) .*?"
                            + "sar:(\\d+)/(\\d+) s:(\\d+)x(\\d+)");

    private final Path file;
    private final JsonNode streams;
    private final JsonNode format;

    private ProgramReading(Path file, JsonNode all) {
        this.file = file;
        this.streams = all.path("streams");
        this.format = all.path("format");
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
            Optional<ProgramSound> sound =
                    order.sound().isPresent()
                            ? ProgramSound.of(
                                    run,
                                    lowFrequency(order.sound().getAsInt()),
                                    declaredStart(order.sound().getAsInt()))
                            : Optional.empty();
            if (pictures.isEmpty() && sound.isEmpty()) {
                return Reading.refused(run.lastWord());
            }
            return fromZero(pictures, sound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Source time zero is the earliest start.
    private static Reading fromZero(Optional<PictureReading> pictures, Optional<ProgramSound> sound)
            throws IOException {
        Rational zero =
                Stream.concat(
                                pictures.map(p -> p.pictures().getFirst().begin()).stream(),
                                sound.map(ProgramSound::start).stream())
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

    /// Whether pictures of a stream have a plane of luma.
    boolean hasLuma(int index) {
        return stream(index).path("pix_fmt").asString("").matches("(yuv|gray).*");
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
        byte[] prints = run.prints();
        List<ShownPicture> shown = new ArrayList<>();
        Rational tick = Rational.of(1, 1000);
        Rational end = Rational.ZERO;
        int displayWidth = 0;
        int displayHeight = 0;
        boolean durationKnown = false;
        boolean limited = order.luma() && !isFullRange(order.picture().getAsInt());
        for (String line : run.lines()) {
            Matcher base = TIME_BASE.matcher(line);
            if (base.find()) {
                tick = Rational.of(number(base, 1), number(base, 2));
            }
            Matcher each = PICTURE.matcher(line);
            int index = shown.size();
            if (each.find() && (index + 1) * GridPrint.BYTES <= prints.length) {
                Rational begin = time(each.group(2), tick).orElse(end);
                Optional<Rational> duration = time(each.group(3), tick);
                durationKnown = duration.isPresent() && duration.get().signum() > 0;
                end = begin.plus(duration.orElse(Rational.ZERO));
                int width = (int) number(each, 6);
                int height = (int) number(each, 7);
                if (shown.isEmpty()) {
                    long aspectTop = Math.max(1, number(each, 4));
                    long aspectBottom = number(each, 4) == 0 ? 1 : Math.max(1, number(each, 5));
                    displayWidth = (int) Rational.of(width * aspectTop, aspectBottom).round();
                    displayHeight = height;
                }
                GridPrint print = GridPrint.of(prints, index * GridPrint.BYTES, limited);
                shown.add(new ShownPicture(begin, begin, width, height, print));
            }
        }
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        shown.sort(Comparator.comparing(ShownPicture::begin));
        if (!durationKnown && shown.size() > 1) {
            end = shown.getLast().begin().plus(usualStep(shown));
        }
        boolean whole =
                shown.size() < order.limits().pictures()
                        && end.minus(shown.getFirst().begin())
                                        .compareTo(
                                                order.limits()
                                                        .pictureSeconds()
                                                        .minus(Rational.of(1, 2)))
                                < 0;
        Rational last = whole ? end : PacketEnds.of(file, order.picture().getAsInt()).orElse(end);
        return Optional.of(
                new PictureReading(
                        displayWidth,
                        displayHeight,
                        fromEdit(shown),
                        last,
                        whole,
                        tick,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /// An edit list may begin after pictures that only decoding needs; FFmpeg gives them times
    /// before zero and shows them.
    private static List<ShownPicture> fromEdit(List<ShownPicture> shown) {
        int first = 0;
        while (first + 1 < shown.size() && shown.get(first + 1).begin().signum() <= 0) {
            first++;
        }
        return shown.subList(first, shown.size());
    }

    private static Rational usualStep(List<ShownPicture> shown) {
        List<Rational> steps = new ArrayList<>();
        for (int i = 1; i < shown.size(); i++) {
            steps.add(shown.get(i).begin().minus(shown.get(i - 1).begin()));
        }
        steps.sort(null);
        return steps.get(steps.size() / 2);
    }

    private static long number(Matcher found, int group) {
        return Long.parseLong(found.group(group));
    }

    private static Optional<Rational> time(String ticks, Rational tick) {
        return ticks.matches("-?\\d{1,15}")
                ? Optional.of(tick.times(Long.parseLong(ticks)))
                : Optional.empty();
    }

    /// What a file holds beside the streams that are read.
    static OptionalInt first(List<Integer> candidates) {
        return candidates.isEmpty() ? OptionalInt.empty() : OptionalInt.of(candidates.getFirst());
    }
}
