package com.autoclipr.libav;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.testkit.media.BarCode;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/// A source played from its start to its end: what is seen and heard when.
public final class Played {
    private static final MediaLibrary MEDIA = new LibavMedia();

    /// Finer than half a frame of every rate in the tests.
    private static final int STEPS_PER_SECOND = 240;

    /// What a picture without a readable number counts as.
    static final int NONE = -1;

    private final Path file;
    private final MediaFacts facts;
    private final List<Decision> decisions;

    /// A number and the time at which it is first seen, in steps.
    record Seen(int number, int step) {}

    public Played(Path file) {
        this.file = file;
        this.facts = MEDIA.probe(file);
        this.decisions = new ArrayList<>(facts.decisions());
    }

    public MediaFacts facts() {
        return facts;
    }

    VideoFacts video() {
        return facts.video().orElseThrow();
    }

    /// Decisions of a kind, of the probe and of what was played so far.
    public List<Decision> decisions(DecisionKind kind) {
        return decisions.stream().filter(met -> met.kind() == kind).toList();
    }

    /// The numbers that pictures carry ([BarCode]), in the order in which they are seen, each once.
    List<Integer> numbers() {
        return seen(Played::number).stream().map(Seen::number).toList();
    }

    /// What is seen, and when it begins.
    List<Seen> seen(ToIntFunction<Picture> reading) {
        List<Seen> seen = new ArrayList<>();
        long steps = facts.duration().times(STEPS_PER_SECOND).ceil();
        try (PictureSource pictures = MEDIA.openPictures(file, video())) {
            Picture last = null;
            for (int step = 0; step < steps; step++) {
                Picture now = pictures.at(Rational.of(step, STEPS_PER_SECOND));
                if (now != last) {
                    seen.add(new Seen(reading.applyAsInt(now), step));
                    last = now;
                }
            }
            decisions.addAll(pictures.decisions());
        }
        return seen;
    }

    /// The number of the picture shown at a time, in a source opened for it.
    int numberAt(Rational time) {
        try (PictureSource pictures = MEDIA.openPictures(file, video())) {
            return number(pictures.at(time));
        }
    }

    /// The left channel from the start to the end of the file.
    public float[] sound() {
        int count = Math.toIntExact(facts.duration().times(48_000).ceil());
        float[] left = new float[count];
        try (AudioSource sound =
                MEDIA.openAudio(file, facts.audio().orElseThrow(), Rational.ZERO)) {
            sound.read(left, new float[count], count);
            decisions.addAll(sound.decisions());
        }
        return left;
    }

    /// Seconds at which clicks are loudest.
    public static List<Double> clicks(float[] sound) {
        List<Double> clicks = new ArrayList<>();
        for (int i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) > 0.2) {
                int loudest = i;
                for (int j = i; j < Math.min(sound.length, i + 960); j++) {
                    loudest = Math.abs(sound[j]) > Math.abs(sound[loudest]) ? j : loudest;
                }
                clicks.add(loudest / 48_000.0);
                i += 12_000;
            }
        }
        return clicks;
    }

    static int number(Picture picture) {
        if (!(picture instanceof YuvPicture yuv)) {
            return NONE;
        }
        OptionalInt number = BarCode.read(luma(yuv), yuv.width(), yuv.height());
        return number.orElse(NONE);
    }

    /// 1 for a white picture, 0 for a black one.
    static int white(Picture picture) {
        return switch (picture) {
            case YuvPicture yuv -> {
                long sum = 0;
                for (byte sample : luma(yuv)) {
                    sum += sample & 255;
                }
                yield sum > 128L * yuv.width() * yuv.height() ? 1 : 0;
            }
            case RgbaPicture _ -> NONE;
        };
    }

    private static byte[] luma(YuvPicture picture) {
        Plane plane = picture.luma();
        byte[] luma = new byte[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(
                    plane.samples(), y * plane.stride(), luma, y * plane.width(), plane.width());
        }
        return luma;
    }

    /// Seconds of a step.
    static double seconds(int step) {
        return (double) step / STEPS_PER_SECOND;
    }
}
