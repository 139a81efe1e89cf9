package com.autoclipr.libav.timing;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import com.autoclipr.libav.handles.Metadata;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Where in a file the packets of its streams lie, and as which stream another one goes on: behind
/// the place where two broadcasts were joined as bytes, or where one changes its own structure,
/// pictures and sound may have other numbers, and are new streams to the demuxer.
public final class StreamSpans {
    /// Containers whose streams may begin and end anywhere.
    private static final Set<String> CONTAINERS = Set.of("mpegts", "mpeg");

    private final Map<Integer, Span> spans = new TreeMap<>();

    /// The packets of a stream.
    private static final class Span {
        private final int index;
        private final int type;
        private final Rational timeBase;
        private final Optional<String> language;
        private final long firstByte;
        private long lastByte;

        Span(AVStream stream, long position) {
            this.index = stream.index();
            this.type = stream.codecpar().codec_type();
            this.timeBase = Timestamps.base(stream);
            this.language = Metadata.tag(stream, "language");
            this.firstByte = position;
            this.lastByte = position;
        }

        /// Whether it may be the same film, later.
        boolean mayFollow(Span before) {
            boolean otherLanguage =
                    language.isPresent()
                            && before.language.isPresent()
                            && !language.equals(before.language);
            return firstByte > before.lastByte
                    && type == before.type
                    && timeBase.equals(before.timeBase)
                    && !otherLanguage;
        }
    }

    /// Whether streams of a container may go on as others.
    static boolean areNeeded(InputFile input) {
        return CONTAINERS.contains(input.container());
    }

    /// Streams that other ones go on as, read from all packets of a file that has several streams
    /// of a type; none of another file.
    public static Set<Integer> continuations(InputFile input) {
        if (!areNeeded(input)
                || (count(input, AVMEDIA_TYPE_VIDEO) < 2 && count(input, AVMEDIA_TYPE_AUDIO) < 2)) {
            return Set.of();
        }
        return read(input.path()).successors().values().stream().collect(Collectors.toSet());
    }

    private static long count(InputFile input, int type) {
        return input.streams().stream().filter(s -> s.codecpar().codec_type() == type).count();
    }

    private static StreamSpans read(Path file) {
        StreamSpans spans = new StreamSpans();
        try (InputFile input = InputFile.open(file)) {
            for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
                spans.add(input.stream(packet.stream_index()), packet.pos());
            }
        }
        return spans;
    }

    /// Takes a packet.
    ///
    /// @param position byte of the file at which it begins; negative if unknown
    void add(AVStream stream, long position) {
        if (position < 0) {
            return;
        }
        Span span = spans.computeIfAbsent(stream.index(), _ -> new Span(stream, position));
        // The demuxer delivers the end of a stream when it comes to the end of the file.
        span.lastByte = Math.max(span.lastByte, position);
    }

    /// The streams as which `stream` goes on, in order, itself the first.
    List<Integer> chain(int stream) {
        Map<Integer, Integer> successors = successors();
        List<Integer> chain = new ArrayList<>(List.of(stream));
        for (Integer next = successors.get(stream); next != null; next = successors.get(next)) {
            chain.add(next);
        }
        return chain;
    }

    /// By stream, the one as which it goes on: the next that begins, and where several begin
    /// together, in the order of the file.
    private Map<Integer, Integer> successors() {
        Map<Integer, Integer> successors = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Span span : spans.values()) {
            List<Span> later =
                    spans.values().stream()
                            .filter(next -> !taken.contains(next.index) && next.mayFollow(span))
                            .toList();
            Optional<Span> earliest =
                    later.stream().min(Comparator.comparingLong(next -> next.firstByte));
            earliest.flatMap(
                            begun ->
                                    later.stream()
                                            .filter(next -> next.firstByte <= begun.lastByte)
                                            .findFirst())
                    .ifPresent(
                            next -> {
                                successors.put(span.index, next.index);
                                taken.add(next.index);
                            });
        }
        return successors;
    }
}
