package com.autoclipr.composition;

import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.TimeType;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import com.autoclipr.time.TimeRange;
import java.util.Optional;

/// One layer. Closed, so that the compiler finds every place when a kind is added.
public sealed interface Layer permits VisualLayer, AudioLayer {
    /// JSON pointer, such as `/layers/2`.
    String pointer();

    /// Its name, which no other layer of the project has.
    String id();

    /// When it appears.
    Span span();

    /// When a layer is there.
    ///
    /// @param start timeline seconds
    /// @param duration seconds; empty: to the end of its source, or of the cut where it has none
    record Span(Rational start, Optional<Rational> duration) {
        public static final Property<Span, Rational> START =
                Property.of("start", TimeType.ANY, Span::start)
                        .or(0)
                        .says("When it appears, on the timeline.")
                        .in(Group.TIME);
        public static final Property<Span, Optional<Rational>> DURATION =
                Property.optional(
                                "duration",
                                TimeType.DURATION,
                                Span::duration,
                                "to the end of its source, or of the cut")
                        .says("How long it is there.")
                        .in(Group.TIME);

        public static final ObjectType<Span> TYPE =
                ObjectType.<Span>define("", "Span", "When a layer is there.")
                        .with(START)
                        .with(DURATION)
                        .makes(v -> new Span(v.get(START), v.get(DURATION)));
    }

    /// The name of its source, as the project gives it; empty if it has none.
    default Optional<String> source() {
        return switch (this) {
            case VideoLayer video -> Optional.of(video.src());
            case ImageLayer image -> Optional.of(image.src());
            case AudioLayer audio -> Optional.of(audio.src());
            case TextLayer _, ShapeLayer _ -> Optional.empty();
        };
    }

    /// The audio track of its source: a number, a language, or `all`; empty: the default one.
    default Optional<String> audioTrack() {
        return Optional.empty();
    }

    /// The part of the timeline on which this layer is present; empty (start equals end) if it
    /// never is.
    default TimeRange range(SourceDurations durations, Rational cutEnd) {
        Rational start = span().start();
        Rational natural =
                switch (this) {
                    case VideoLayer video ->
                            untilPlayed(
                                    video.times(),
                                    durations.of(video.src(), video.audioTrack()),
                                    cutEnd);
                    case AudioLayer audio ->
                            untilPlayed(
                                    audio.times(),
                                    durations.of(audio.src(), audio.audioTrack()),
                                    cutEnd);
                    case ImageLayer _, TextLayer _, ShapeLayer _ -> cutEnd;
                };
        Rational end = span().duration().map(start::plus).orElse(natural);
        return new TimeRange(start, end.max(start));
    }

    private Rational untilPlayed(
            TimeMap times, Optional<Rational> sourceDuration, Rational cutEnd) {
        return sourceDuration.flatMap(times::playedAt).map(span().start()::plus).orElse(cutEnd);
    }
}
