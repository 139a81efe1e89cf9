package com.autoclipr.testkit.media;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A fake media library whose sources are painted by functions of the picture's index: no file, no
/// decoder. Counts what is open.
public final class PaintedMedia implements MediaLibrary {
    private static final Rational EIGHT = Rational.of(8);

    private final Map<Path, Painting> paintings = new HashMap<>();
    private final Map<String, SourceFile> files = new HashMap<>();
    private int opened;
    private int open;

    private record Painting(FrameRate rate, long count, LongFunction<Picture> paint) {}

    /// Adds a video of `count` pictures; one picture makes a still.
    public PaintedMedia with(String src, FrameRate rate, long count, LongFunction<Picture> paint) {
        Path path = Path.of("/painted", src);
        paintings.put(path, new Painting(rate, count, paint));
        files.put(src, new SourceFile(path, "0".repeat(64), facts(rate, count, paint.apply(0))));
        return this;
    }

    /// Adds a still picture.
    public PaintedMedia withStill(String src, Picture picture) {
        return with(src, FrameRate.of(25, 1), 1, _ -> picture);
    }

    public Sources sources() {
        return sources(Map.of());
    }

    public Sources sources(Map<String, FontSource> fontFiles) {
        return new Sources(files, fontFiles);
    }

    /// Sources that are open now.
    public int open() {
        return open;
    }

    /// Sources that were opened so far.
    public int opened() {
        return opened;
    }

    private static MediaFacts facts(FrameRate rate, long count, Picture first) {
        Rational duration = count == 1 ? Rational.ZERO : rate.timeOfFrame(count);
        VideoFacts video =
                new UsualVideo(first.width(), first.height(), rate, duration)
                        .codec("painted")
                        .timeBase(rate.frameDuration())
                        .still(count == 1)
                        .facts();
        return new MediaFacts(
                "painted", duration, Optional.of(video), Optional.empty(), List.of(), List.of());
    }

    @Override
    public PictureSource openPictures(Path file, VideoFacts facts) {
        Painting painting = paintings.get(file);
        if (painting == null) {
            throw new IllegalArgumentException("nothing is painted for " + file);
        }
        opened++;
        open++;
        return new PaintedSource(painting, facts.displaySize());
    }

    private final class PaintedSource implements PictureSource {
        private final Painting painting;
        private final DisplaySize size;
        private long shown = -1;
        private @Nullable Picture picture;

        PaintedSource(Painting painting, DisplaySize size) {
            this.painting = painting;
            this.size = size;
        }

        @Override
        public Picture at(Rational sourceTime) {
            long wanted =
                    Math.clamp(
                            sourceTime.plus(grace()).times(painting.rate.framesPerSecond()).floor(),
                            0L,
                            painting.count - 1);
            if (picture == null || wanted != shown) {
                picture = painting.paint.apply(wanted);
                shown = wanted;
            }
            return picture;
        }

        /// By the port's rule for rounded times; a tick is as long as a picture here.
        private Rational grace() {
            return Rational.of(2, 1_000).min(painting.rate.frameDuration().dividedBy(EIGHT));
        }

        @Override
        public DisplaySize displaySize() {
            return size;
        }

        @Override
        public List<Decision> decisions() {
            return List.of();
        }

        @Override
        public void close() {
            open--;
        }
    }

    @Override
    public MediaFacts probe(Path file) {
        return files.values().stream()
                .filter(source -> source.path().equals(file))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    @Override
    public AudioSource openAudio(Path file, AudioFacts facts, Rational from) {
        throw new UnsupportedOperationException("painted media is silent");
    }

    @Override
    public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
        throw new UnsupportedOperationException("painted media encodes nothing");
    }

    @Override
    public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
        throw new UnsupportedOperationException("painted media encodes nothing");
    }

    @Override
    public Muxer openMuxer(Path file, MuxerTracks tracks) {
        throw new UnsupportedOperationException("painted media writes nothing");
    }

    @Override
    public FileFacts inspect(
            Path file, FrameRate frameRate, java.util.function.LongConsumer progress) {
        throw new UnsupportedOperationException("painted media writes nothing");
    }

    @Override
    public String fingerprint() {
        return "painted";
    }
}
