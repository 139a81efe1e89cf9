package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The sum of several audio sources, each at its own level. Owns them.
public final class AudioSum implements AudioSource {
    /// Limit, since each source has its own demuxer and decoder.
    static final int MOST_AT_ONCE = 64;

    private final List<AudioSource> sources;
    private final List<Decision> own;
    private float[] left = new float[0];
    private float[] right = new float[0];

    private AudioSum(List<AudioSource> sources, List<Decision> own) {
        this.sources = List.copyOf(sources);
        this.own = List.copyOf(own);
    }

    /// Opens one source per entry; if one cannot be opened, the others are closed.
    ///
    /// @param opener opens a source, all at the same source time
    /// @param own decisions about the sum
    /// @throws com.autoclipr.failure.FailureException MEDIA_LIMIT for more than 64
    public static <T> AudioSum open(
            List<T> entries, Function<T, AudioSource> opener, List<Decision> own) {
        if (entries.size() > MOST_AT_ONCE) {
            throw Failure.of(FailureKind.MEDIA_LIMIT)
                    .with(Fact.DETAIL, "mixed-tracks")
                    .with(Fact.LIMIT, Integer.toString(MOST_AT_ONCE))
                    .with(Fact.ACTUAL, Integer.toString(entries.size()))
                    .asException();
        }
        List<AudioSource> opened = new ArrayList<>();
        try {
            for (T entry : entries) {
                opened.add(opener.apply(entry));
            }
            return new AudioSum(opened, own);
        } catch (RuntimeException e) {
            opened.forEach(AudioSource::close);
            throw e;
        }
    }

    @Override
    public void read(float[] toLeft, float[] toRight, int count) {
        if (left.length < count) {
            left = new float[count];
            right = new float[count];
        }
        Arrays.fill(toLeft, 0, count, 0);
        Arrays.fill(toRight, 0, count, 0);
        for (AudioSource source : sources) {
            source.read(left, right, count);
            for (int i = 0; i < count; i++) {
                toLeft[i] += left[i];
                toRight[i] += right[i];
            }
        }
    }

    @Override
    public boolean ended() {
        return sources.stream().allMatch(AudioSource::ended);
    }

    /// The decisions of all sources, without duplicates.
    @Override
    public List<Decision> decisions() {
        Set<Decision> all = new LinkedHashSet<>(own);
        sources.forEach(source -> all.addAll(source.decisions()));
        return List.copyOf(all);
    }

    @Override
    public void close() {
        sources.forEach(AudioSource::close);
    }
}
