package com.autoclipr.export.output;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FileFacts;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Verifies a finished file, read back in full, against the plan and its chunks.
public final class Verification {
    private static final Rational MOST_DIFFERENCE = Rational.of(1, 1000);

    private final List<Check> checks = new ArrayList<>();

    private Verification() {}

    /// The result of one check.
    public record Check(String name, String expected, String actual, boolean passed) {}

    /// All checks, in a fixed order.
    ///
    /// @param packets [com.autoclipr.media.encoded.PacketDigest] of the chunks, each of which was
    ///   fully decoded when it was encoded
    public static List<Check> of(ExportPlan plan, String packets, FileFacts file) {
        Verification verification = new Verification();
        verification.picture(plan, file);
        verification.add("packet digest", packets, file.packets());
        verification.times(plan, file);
        verification.audio(plan, file);
        verification.add("decode errors", "0", Integer.toString(file.errors().size()));
        return verification.checks;
    }

    /// @throws com.autoclipr.failure.FailureException VERIFICATION_FAILED with the first check that
    ///   failed
    public static void require(List<Check> checks) {
        for (Check check : checks) {
            if (!check.passed()) {
                throw Failure.of(FailureKind.VERIFICATION_FAILED)
                        .with(Fact.CHECK, check.name())
                        .with(Fact.EXPECTED, check.expected())
                        .with(Fact.ACTUAL, check.actual())
                        .asException();
            }
        }
    }

    private void picture(ExportPlan plan, FileFacts file) {
        add("frame count", Long.toString(plan.frameCount()), Long.toString(file.frames()));
        add(
                "frame size",
                plan.size().width() + "x" + plan.size().height(),
                file.width() + "x" + file.height());
        add("colour tags", FileFacts.OUTPUT_COLOURS, file.colourTags());
        Set<Long> starts = new HashSet<>();
        for (Chunk chunk : plan.chunks()) {
            starts.add(chunk.frames().first());
        }
        starts.removeAll(new HashSet<>(file.keyFrames()));
        add("chunks without a keyframe", "0", Integer.toString(starts.size()));
    }

    private void times(ExportPlan plan, FileFacts file) {
        add("first frame time", "0", file.firstFrame().toString());
        add(
                "frame duration",
                plan.frameRate().frameDuration().toString(),
                file.frameDuration().toString());
        add("monotonic DTS", "true", Boolean.toString(file.decodingTimesIncrease()));
        add("moov before mdat", "true", Boolean.toString(file.indexFirst()));
    }

    private void audio(ExportPlan plan, FileFacts file) {
        boolean wanted = plan.project().output().audio();
        add("audio track", Boolean.toString(wanted), Boolean.toString(file.samples() >= 0));
        if (!wanted || file.samples() < 0) {
            return;
        }
        within("audio start", Rational.ZERO, file.audioStart());
        within("audio duration", file.videoDuration(), file.audioDuration());
    }

    private void add(String name, String expected, String actual) {
        checks.add(new Check(name, expected, actual, expected.equals(actual)));
    }

    /// Passes if the values differ by less than a millisecond.
    private void within(String name, Rational expected, Rational actual) {
        Rational difference = expected.minus(actual);
        Rational size = difference.signum() < 0 ? difference.negate() : difference;
        checks.add(
                new Check(
                        name,
                        expected.toDecimal(6),
                        actual.toDecimal(6),
                        size.compareTo(MOST_DIFFERENCE) < 0));
    }
}
