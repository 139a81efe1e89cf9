package com.autoclipr.testkit.reading;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.FailureException;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.testkit.reading.audio.AudioProfile;
import com.autoclipr.testkit.reading.audio.AudioReading;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a file by the engine's own library, as drawing and mixing do.
final class OurReading {
    private static final int STEPS_A_SECOND = 1_000;
    private static final int BLOCK_SAMPLES = 240;

    /// Sound is read on for so long after it should have ended.
    private static final Rational PATIENCE = Rational.of(3);

    private final MediaLibrary library;
    private final Path file;
    private final MediaFacts facts;
    private final Limits limits;
    private final Set<Decision> decisions = new LinkedHashSet<>();

    OurReading(MediaLibrary library, Path file, MediaFacts facts, Limits limits) {
        this.library = library;
        this.file = file;
        this.facts = facts;
        this.limits = limits;
    }

    /// @param other what the other reading found, whose times are asked for
    Reading read(Reading other) {
        decisions.addAll(facts.decisions());
        try {
            Optional<PictureReading> pictures =
                    facts.video().map(video -> pictures(video, other.pictures()));
            Optional<AudioReading> sound = facts.audio().map(audio -> sound(audio, other));
            boolean still = facts.video().isPresent() && facts.video().get().still();
            return new Reading(pictures, sound, still, "", List.copyOf(decisions));
        } catch (FailureException e) {
            return Reading.refused(e.failure().kind() + " " + e.failure().facts());
        }
    }

    private PictureReading pictures(VideoFacts video, Optional<PictureReading> other) {
        Rational step = video.frameRate().framesPerSecond().reciprocal();
        TreeSet<Rational> times = new TreeSet<>();
        Rational until = until(video, other);
        for (int k = 0; Rational.of(k, STEPS_A_SECOND).compareTo(until) <= 0; k++) {
            times.add(Rational.of(k, STEPS_A_SECOND));
        }
        List<Rational> grid = new ArrayList<>();
        for (int n = 0; n < limits.pictures() && step.times(n).compareTo(until) < 0; n++) {
            grid.add(step.times(n));
        }
        times.addAll(grid);
        other.ifPresent(o -> times.addAll(between(o.pictures(), until)));
        List<ShownPicture> shown = new ArrayList<>();
        List<Integer> onGrid = new ArrayList<>();
        Optional<ColourPrint> colours = Optional.empty();
        try (PictureSource source = library.openPictures(file, video)) {
            Picture last = null;
            Rational before = Rational.ZERO;
            int nextOnGrid = 0;
            for (Rational time : video.still() ? List.of(Rational.ZERO) : times) {
                Picture picture = source.at(time);
                if (isOther(picture, last)) {
                    colours = shown.isEmpty() ? ColourPrint.of(picture) : colours;
                    shown.add(shown(picture, before, time));
                    last = picture;
                }
                if (nextOnGrid < grid.size() && grid.get(nextOnGrid).equals(time)) {
                    onGrid.add(shown.size() - 1);
                    nextOnGrid++;
                }
                before = time;
            }
            decisions.addAll(source.decisions());
        }
        return new PictureReading(
                video.displayWidth(),
                video.displayHeight(),
                shown,
                video.duration(),
                other.map(PictureReading::whole).orElse(true),
                video.timeBase(),
                Optional.of(step),
                onGrid,
                colours);
    }

    @SuppressWarnings("ReferenceEquality") // the port gives the same instance for the same picture
    private static boolean isOther(Picture picture, @Nullable Picture last) {
        return picture != last;
    }

    private static ShownPicture shown(Picture picture, Rational before, Rational time) {
        return new ShownPicture(
                before, time, picture.width(), picture.height(), GridPrint.of(picture));
    }

    /// Pictures are compared as far as the other reading went.
    private Rational until(VideoFacts video, Optional<PictureReading> other) {
        Rational most = limits.pictureSeconds();
        if (other.isEmpty()) {
            return video.duration().min(most);
        }
        PictureReading read = other.get();
        Rational last = read.pictures().getLast().begin();
        return read.whole()
                ? read.end().max(video.duration()).min(most)
                : last.min(most).max(Rational.ZERO);
    }

    private static List<Rational> between(List<ShownPicture> pictures, Rational until) {
        List<Rational> times = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Rational begin = pictures.get(i).begin();
            times.add(begin);
            if (i + 1 < pictures.size()) {
                times.add(begin.plus(pictures.get(i + 1).begin()).dividedBy(Rational.of(2)));
            }
        }
        times.removeIf(time -> time.signum() < 0 || time.compareTo(until) > 0);
        return times;
    }

    private AudioReading sound(AudioFacts audio, Reading other) {
        AudioProfile profile = new AudioProfile(2, -1);
        Rational end = audio.duration();
        Rational most = other.sound().map(AudioReading::end).orElse(end).max(end).plus(PATIENCE);
        Rational until = most.min(limits.soundSeconds().plus(audio.start()));
        long untilSamples = until.times(AudioSource.SAMPLE_RATE_HZ).floor();
        double step = 1.0 / AudioSource.SAMPLE_RATE_HZ;
        long done = 0;
        boolean ended = false;
        try (AudioSource source = library.openAudio(file, audio, Rational.ZERO)) {
            float[] left = new float[BLOCK_SAMPLES];
            float[] right = new float[BLOCK_SAMPLES];
            float[] both = new float[2 * BLOCK_SAMPLES];
            while (done < untilSamples && !ended) {
                source.read(left, right, BLOCK_SAMPLES);
                for (int i = 0; i < BLOCK_SAMPLES; i++) {
                    both[2 * i] = left[i];
                    both[2 * i + 1] = right[i];
                    profile.add((done + i) * step, step, both, 2 * i);
                }
                done += BLOCK_SAMPLES;
                ended = source.ended();
            }
            decisions.addAll(source.decisions());
        }
        return new AudioReading(
                audio.start(),
                Rational.of(done, AudioSource.SAMPLE_RATE_HZ),
                audio.duration(),
                Rational.ZERO,
                List.of(),
                profile,
                ended);
    }
}
