package com.autoclipr.testkit.reading;

import com.autoclipr.failure.FailureException;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.testkit.reading.audio.AudioComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a file by the engine's library and a second time by the bundled programs, still pictures
/// also by a library that shares nothing with either, and tells in what they differ.
public final class SecondReading {
    private static final double SAME_CAST = 4;
    private static final double SAME_COLOURS = 8;

    private final MediaLibrary library;
    private final Path file;
    private final Limits limits;

    private SecondReading(MediaLibrary library, Path file, Limits limits) {
        this.library = library;
        this.file = file;
        this.limits = limits;
    }

    static Verdict of(MediaLibrary library, Path file, Limits limits) {
        return new SecondReading(library, file, limits).verdict();
    }

    private Verdict verdict() {
        Optional<ProgramReading> program = ProgramReading.of(file);
        Optional<StillJudge> judge = StillJudge.of(file);
        MediaFacts facts;
        try {
            facts = library.probe(file);
        } catch (FailureException e) {
            return refused(e, program);
        }
        if (program.isEmpty()) {
            Reading ours =
                    new OurReading(library, file, facts, limits).read(Reading.refused("unread"));
            return new Verdict(ours, Reading.refused("ffprobe cannot read it"), List.of());
        }
        Reading theirs = program.get().read(order(facts, program.get()));
        Reading ours = new OurReading(library, file, facts, limits).read(theirs);
        List<Difference> differences = new ArrayList<>();
        differences.addAll(streams(facts, program.get()));
        differences.addAll(compare(facts, ours, theirs));
        differences.addAll(colours(facts, ours, program.get()));
        if (judge.isPresent() && ours.pictures().isPresent()) {
            if (judge.get().pictures() > 1) {
                differences.removeIf(d -> d.kind() == DifferenceKind.PICTURES_MISSING);
            }
            differences.addAll(
                    StillComparison.of(ours.pictures().get(), ours.still(), judge.get()));
        }
        differences.removeIf(difference -> !programJudges(facts, difference));
        return new Verdict(ours, theirs, differences);
    }

    /// FFmpeg's program leaves parts of TIFFs unpainted; of HEIF and AVIF it shows tiles,
    /// transparency and previews as pictures of their own. There, other judges count.
    private boolean programJudges(MediaFacts facts, Difference difference) {
        boolean tiff = facts.container().equals("tiff_pipe");
        String name = file.toString().toLowerCase(java.util.Locale.ROOT);
        boolean heif = name.endsWith(".avif") || name.endsWith(".heic") || name.endsWith(".heif");
        return switch (difference.kind()) {
            case PICTURE_CONTENT -> !tiff && !(heif && facts.video().orElseThrow().alpha());
            case STREAM, PICTURE_SIZE -> !heif;
            default -> true;
        };
    }

    private Verdict refused(FailureException failure, Optional<ProgramReading> program) {
        String why = failure.failure().kind() + " " + failure.failure().facts();
        Reading ours = Reading.refused(why);
        if (program.isEmpty()) {
            return new Verdict(ours, Reading.refused("ffprobe cannot read it"), List.of());
        }
        OptionalInt picture = ProgramReading.first(program.get().candidates("video"));
        OptionalInt sound = ProgramReading.first(program.get().candidates("audio"));
        Reading theirs =
                program.get()
                        .read(
                                new ProgramRun.Order(
                                        picture, false, sound, "", false, false, false, limits));
        List<Difference> differences =
                theirs.refused().isEmpty()
                        ? List.of(new Difference(DifferenceKind.REFUSED, why))
                        : List.of();
        return new Verdict(ours, theirs, differences);
    }

    private ProgramRun.Order order(MediaFacts facts, ProgramReading program) {
        OptionalInt picture =
                facts.video()
                        .map(video -> OptionalInt.of(video.streamIndex()))
                        .orElseGet(OptionalInt::empty);
        OptionalInt sound =
                facts.audio()
                        .map(audio -> OptionalInt.of(audio.streamIndex()))
                        .orElseGet(OptionalInt::empty);
        boolean still = facts.video().map(VideoFacts::still).orElse(false);
        boolean alpha = facts.video().map(VideoFacts::alpha).orElse(false);
        String codec = facts.video().map(VideoFacts::codec).orElse("");
        String decoder = alpha && codec.startsWith("libvpx") ? codec : "";
        return new ProgramRun.Order(
                picture,
                still && sound.isEmpty(),
                sound,
                decoder,
                picture.isPresent() && program.hasLuma(picture.getAsInt()),
                alpha,
                program.hasUnusualEdits(picture, sound),
                limits);
    }

    private static List<Difference> streams(MediaFacts facts, ProgramReading program) {
        List<Difference> differences = new ArrayList<>();
        if (facts.video().isPresent() && program.candidates("video").size() > 1) {
            differences.add(
                    new Difference(
                            DifferenceKind.STREAM,
                            "one of the picture streams " + program.candidates("video")));
        }
        if (facts.audio().isPresent() && program.candidates("audio").size() > 1) {
            differences.add(
                    new Difference(
                            DifferenceKind.STREAM,
                            "one of the sound streams " + program.candidates("audio")));
        }
        if (facts.video().isEmpty() && !program.candidates("video").isEmpty()) {
            differences.add(new Difference(DifferenceKind.PICTURES_MISSING, "there are some"));
        }
        if (facts.audio().isEmpty() && !program.candidates("audio").isEmpty()) {
            differences.add(new Difference(DifferenceKind.SOUND_MISSING, "there is some"));
        }
        return differences;
    }

    /// Films in SDR whose pictures are told of by how they are coded.
    private static List<Difference> colours(
            MediaFacts facts, Reading ours, ProgramReading program) {
        Optional<ColourPrint> our = ours.pictures().flatMap(PictureReading::colours);
        boolean judged =
                facts.video()
                        .filter(video -> !video.still() && !video.alpha() && !video.colour().hdr())
                        .isPresent();
        if (our.isEmpty() || !judged) {
            return List.of();
        }
        int stream = facts.video().orElseThrow().streamIndex();
        Optional<ColourPrint> their = program.colours(stream);
        double cast = their.map(our.get()::cast).orElse(0.0);
        double distance = their.map(our.get()::distance).orElse(0.0);
        return cast <= SAME_CAST && distance <= SAME_COLOURS
                ? List.of()
                : List.of(
                        new Difference(
                                DifferenceKind.PICTURE_COLOUR,
                                "colours differ by %.1f, the whole by %.1f (zimg)"
                                        .formatted(distance, cast)));
    }

    private static List<Difference> compare(MediaFacts facts, Reading ours, Reading theirs) {
        if (!ours.refused().isEmpty()) {
            return List.of(new Difference(DifferenceKind.REFUSED, ours.refused()));
        }
        List<Difference> differences = new ArrayList<>();
        boolean hdr = facts.video().map(video -> video.colour().hdr()).orElse(false);
        if (ours.pictures().isPresent() && theirs.pictures().isPresent()) {
            if (ours.still() != theirs.still()) {
                differences.add(
                        new Difference(
                                DifferenceKind.STILL,
                                ours.still()
                                        ? "still, not a film of %d pictures"
                                                .formatted(
                                                        theirs.pictures().get().pictures().size())
                                        : "a film of %d pictures, not still"
                                                .formatted(
                                                        ours.pictures().get().pictures().size())));
            }
            boolean stills = ours.still() && theirs.still();
            PictureComparison.of(ours.pictures().get(), theirs.pictures().get(), hdr).stream()
                    .filter(d -> !stills || d.kind() != DifferenceKind.PICTURE_END)
                    .forEach(differences::add);
        } else if (ours.pictures().isPresent() != theirs.pictures().isPresent()) {
            differences.add(
                    new Difference(
                            DifferenceKind.PICTURES_MISSING,
                            ours.pictures().isPresent()
                                    ? "the program has none"
                                    : "the program has some"));
        }
        if (ours.sound().isPresent() && theirs.sound().isPresent()) {
            differences.addAll(AudioComparison.of(ours.sound().get(), theirs.sound().get()));
        } else if (ours.sound().isPresent() != theirs.sound().isPresent()) {
            differences.add(
                    new Difference(
                            DifferenceKind.SOUND_MISSING,
                            ours.sound().isPresent()
                                    ? "the program has none"
                                    : "the program has some"));
        }
        return differences;
    }

    /// What came of a second reading.
    ///
    /// @param read what was read, ours and theirs
    /// @param result `agrees`, or in what the readings differ
    /// @param decisions tokens of what was decided
    public record Told(String read, String result, List<String> decisions) {}

    /// Reads a file twice and describes the result.
    public static Told tell(MediaLibrary library, Path file) {
        Verdict verdict = of(library, file, Limits.USUAL);
        return new Told(verdict.inShort(), verdict.result(), verdict.decisions());
    }

    /// Tries files by hand: what was read of each, and in what the readings differ.
    public static void main(String[] arguments) {
        MediaLibrary library = new LibavMedia();
        for (String argument : arguments) {
            Told told = tell(library, Path.of(argument));
            System.out.println(argument);
            System.out.println("    " + told.read());
            System.out.println("    " + told.result());
            System.out.println("    decided: " + String.join(", ", told.decisions()));
        }
    }
}
