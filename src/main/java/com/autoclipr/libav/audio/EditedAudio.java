package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.EditList;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Audio of a track with its edit list applied: edits at normal speed are played, each from the
/// sample nearest to its start; empty edits, freeze frames and other speeds are silent. Owns the
/// audio of the current edit.
public final class EditedAudio implements AudioSource {
    private static final Rational RATE = Rational.of(SAMPLE_RATE_HZ);

    private final EditList edits;
    private final Function<Rational, AudioSource> track;
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private @Nullable AudioSource open;
    private int edit;
    private long position;

    /// @param track opens the whole track at a media time
    /// @param from source time of the first sample
    public EditedAudio(EditList edits, Function<Rational, AudioSource> track, Rational from) {
        this.edits = edits;
        this.track = track;
        this.position = from.times(RATE).round();
        while (edit < edits.edits().size() && end(edits.edits().get(edit)) <= position) {
            edit++;
        }
    }

    private static long start(EditList.Edit edit) {
        return edit.start().times(RATE).round();
    }

    private static long end(EditList.Edit edit) {
        return edit.end().times(RATE).round();
    }

    @Override
    public void read(float[] left, float[] right, int count) {
        int filled = 0;
        while (filled < count) {
            int part = readPart(left, right, filled, count - filled);
            filled += part;
            position += part;
        }
    }

    /// Reads up to the next joint; returns the number of samples.
    private int readPart(float[] left, float[] right, int at, int most) {
        if (edit >= edits.edits().size()) {
            return silence(left, right, at, most);
        }
        EditList.Edit now = edits.edits().get(edit);
        if (position < start(now)) {
            return silence(left, right, at, (int) Math.min(most, start(now) - position));
        }
        int part = (int) Math.min(most, end(now) - position);
        if (now.empty() || !now.rate().equals(Rational.ONE)) {
            silence(left, right, at, part);
        } else {
            AudioSource source = open;
            if (source == null) {
                source =
                        track.apply(
                                now.media()
                                        .plus(new Rational(position - start(now), SAMPLE_RATE_HZ)));
                open = source;
            }
            float[] partLeft = new float[part];
            float[] partRight = new float[part];
            source.read(partLeft, partRight, part);
            System.arraycopy(partLeft, 0, left, at, part);
            System.arraycopy(partRight, 0, right, at, part);
        }
        if (position + part >= end(now)) {
            closeTrack();
            edit++;
        }
        return part;
    }

    private static int silence(float[] left, float[] right, int at, int count) {
        Arrays.fill(left, at, at + count, 0);
        Arrays.fill(right, at, at + count, 0);
        return count;
    }

    @Override
    public boolean ended() {
        return edit >= edits.edits().size();
    }

    @Override
    public List<Decision> decisions() {
        List<Decision> all = new ArrayList<>(decisions);
        AudioSource source = open;
        if (source != null) {
            source.decisions().stream().filter(met -> !all.contains(met)).forEach(all::add);
        }
        return all;
    }

    private void closeTrack() {
        AudioSource source = open;
        if (source != null) {
            decisions.addAll(source.decisions());
            source.close();
            open = null;
        }
    }

    @Override
    public void close() {
        closeTrack();
    }
}
