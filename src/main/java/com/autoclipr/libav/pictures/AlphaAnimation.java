package com.autoclipr.libav.pictures;

import com.autoclipr.libav.container.Box;
import com.autoclipr.libav.container.RiffChunk;
import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import com.autoclipr.libav.pixels.AuxiliaryAlpha;
import com.autoclipr.libav.timing.PictureTiming;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Pictures of an animated AVIF or HEIF with alpha in a separate track of the same timing. Owns
/// both flows and the second open file.
public final class AlphaAnimation implements PictureFlow {
    private final PictureFlow colours;
    private final InputFile alphaInput;
    private final PictureFlow alphas;
    private final boolean premultiplied;
    private final Rational alphaTicks;
    private final FrameHandle colour = new FrameHandle();
    private final FrameHandle alpha = new FrameHandle();
    private final FrameHandle nextAlpha = new FrameHandle();
    private boolean more = true;
    private boolean missing;

    /// Determined by the first alpha picture and kept, since in a fade a single picture does not
    /// tell.
    private Optional<AuxiliaryAlpha.Range> range = Optional.empty();

    private AlphaAnimation(
            PictureFlow colours,
            InputFile alphaInput,
            PictureFlow alphas,
            boolean premultiplied,
            Rational alphaTicks) {
        this.colours = colours;
        this.alphaInput = alphaInput;
        this.alphas = alphas;
        this.premultiplied = premultiplied;
        this.alphaTicks = alphaTicks;
    }

    /// Decisions about the alpha track.
    private record AlphaTrack(int id, boolean premultiplied) {}

    /// Whether `colour` has an alpha track that cannot be read.
    public static boolean isLost(InputFile input, AVStream colour) {
        return trackOf(input, colour).isPresent() && streamOf(input, colour).isEmpty();
    }

    private static Optional<AlphaTrack> trackOf(InputFile input, AVStream colour) {
        return input.isHeif() && !PrimaryPicture.isItem(colour)
                ? track(input.path(), colour.id())
                : Optional.empty();
    }

    /// The alpha stream of `colour`, if there is one.
    static Optional<Integer> streamOf(InputFile input, AVStream colour) {
        return trackOf(input, colour)
                .flatMap(
                        track ->
                                input.streams().stream()
                                        .filter(s -> s.id() == track.id)
                                        .filter(s -> s.index() != colour.index())
                                        .filter(s -> !PrimaryPicture.isItem(s))
                                        .filter(s -> Decoder.find(s).isPresent())
                                        .map(AVStream::index)
                                        .findFirst());
    }

    /// @param colours owned by this object from now on
    /// @param alphaStream index of the alpha stream
    public static AlphaAnimation of(
            PictureFlow colours,
            Path file,
            AVStream colour,
            int alphaStream,
            PictureTiming timing) {
        try {
            InputFile again = InputFile.open(file);
            try {
                AVStream stream = again.stream(alphaStream);
                again.keepOnly(Set.of(alphaStream));
                boolean premultiplied =
                        track(file, colour.id()).map(AlphaTrack::premultiplied).orElse(false);
                Rational ticks = Timestamps.base(colour).dividedBy(Timestamps.base(stream));
                PictureFlow alphas = DecodedPictures.fromStart(again, stream, timing);
                AlphaAnimation film =
                        new AlphaAnimation(colours, again, alphas, premultiplied, ticks);
                film.missing = stream.nb_frames() != colour.nb_frames();
                return film;
            } catch (RuntimeException e) {
                again.close();
                throw e;
            }
        } catch (RuntimeException e) {
            colours.close();
            throw e;
        }
    }

    /// The track that is auxiliary to `colourTrack`.
    private static Optional<AlphaTrack> track(Path path, int colourTrack) {
        try (FileChannel file = FileChannel.open(path)) {
            Optional<Box> movie = Box.of(file).child("moov", 0);
            boolean premultiplied = false;
            Optional<Integer> alpha = Optional.empty();
            for (Box track : movie.isEmpty() ? List.<Box>of() : movie.get().children(0)) {
                Optional<Integer> id =
                        track.type().equals("trak") ? Box.trackId(track) : Optional.empty();
                if (id.isEmpty()) {
                    continue;
                }
                if (id.get() == colourTrack) {
                    premultiplied = track.at("tref", "prem").isPresent();
                } else if (alpha.isEmpty() && isAlpha(track) && refers(track, colourTrack)) {
                    alpha = id;
                }
            }
            boolean multiplied = premultiplied;
            return alpha.map(id -> new AlphaTrack(id, multiplied));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /// Whether its handler is for auxiliary pictures, and these are not depth maps.
    private static boolean isAlpha(Box track) throws IOException {
        Optional<Box> handler = track.at("mdia", "hdlr");
        if (handler.isEmpty() || !RiffChunk.letters(handler.get().content(), 8).equals("auxv")) {
            return false;
        }
        Optional<Box> samples = track.at("mdia", "minf", "stbl", "stsd");
        if (samples.isEmpty()) {
            return false;
        }
        ByteBuffer content = samples.get().content();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return !text.contains("depth") && !text.contains("auxid:2");
    }

    private static boolean refers(Box track, int colourTrack) throws IOException {
        Optional<Box> reference = track.at("tref", "auxl");
        if (reference.isEmpty()) {
            return false;
        }
        ByteBuffer ids = reference.get().content();
        while (ids.remaining() >= 4) {
            if (ids.getInt() == colourTrack) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        if (!colours.next(colour)) {
            return false;
        }
        long ticks = alphaTicks.times(colour.get().pts()).round();
        while (more && (nextAlpha.get().width() == 0 || isDue(ticks))) {
            if (nextAlpha.get().width() > 0) {
                alpha.take(nextAlpha);
            }
            more = alphas.next(nextAlpha);
        }
        if (alpha.get().width() == 0) {
            missing = true;
            into.take(colour);
            return true;
        }
        AuxiliaryAlpha.Range levels = range.orElseGet(() -> AuxiliaryAlpha.Range.of(alpha.get()));
        range = Optional.of(levels);
        new AuxiliaryAlpha(colour.get(), alpha.get(), levels, premultiplied).into(into.get());
        into.get().pts(colour.get().pts());
        return true;
    }

    private boolean isDue(long ticks) {
        return alpha.get().width() == 0 || nextAlpha.get().pts() <= ticks;
    }

    @Override
    public boolean damaged() {
        return missing || colours.damaged() || alphas.damaged();
    }

    @Override
    public long dropped() {
        return colours.dropped();
    }

    @Override
    public long untimed() {
        return colours.untimed();
    }

    @Override
    public void close() {
        colours.close();
        alphas.close();
        alphaInput.close();
        colour.close();
        alpha.close();
        nextAlpha.close();
    }
}
