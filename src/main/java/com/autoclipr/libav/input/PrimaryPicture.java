package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.Extras;
import com.autoclipr.libav.container.HeifItem;
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.Metadata;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The picture of a HEIF or AVIF that is shown unless the file is an animation: the one that it
/// calls its primary one, whatever else lies in it.
///
/// @param items all pictures of the file
/// @param item the one that is shown
/// @param tiles how it is put together
/// @param grid what the demuxer says of the whole, if it is made of tiles
public record PrimaryPicture(HeifItems items, HeifItem item, Tiles tiles, Optional<TileGrid> grid) {
    /// Empty if the file is no HEIF or AVIF, is an animation, or has tracks only.
    ///
    /// @throws FailureException MEDIA_CORRUPT if the file does not say which picture is shown, or
    ///   its tiles are not there, MEDIA_UNSUPPORTED if it is made or coded in a way that is not
    ///   read here, MEDIA_LIMIT
    static Optional<PrimaryPicture> of(InputFile input) {
        if (!input.isHeif() || moves(input)) {
            return Optional.empty();
        }
        Optional<HeifItems> items = HeifItems.read(input.path());
        boolean tracks = hasTrack(input);
        Optional<HeifItem> item =
                items.flatMap(HeifItems::shown).filter(shown -> shown.picture() || !tracks);
        if (item.isPresent()) {
            return Optional.of(of(input, items.get(), item.get()));
        }
        if (items.isPresent() ? !tracks : TileGrid.any(input)) {
            throw failure(input, FailureKind.MEDIA_CORRUPT, "primary-image");
        }
        return Optional.empty();
    }

    private static PrimaryPicture of(InputFile input, HeifItems items, HeifItem item) {
        Optional<TileGrid> grid = item.tiled() ? TileGrid.of(input, item.id()) : Optional.empty();
        Optional<Tiles> tiles = Tiles.of(input, items, item);
        if (item.tiled() && (grid.isEmpty() || tiles.isEmpty())) {
            throw failure(input, FailureKind.MEDIA_CORRUPT, "tiles");
        }
        return new PrimaryPicture(
                items,
                item,
                tiles.orElseThrow(
                        () -> failure(input, FailureKind.MEDIA_UNSUPPORTED, unread(item))),
                grid);
    }

    private static String unread(HeifItem item) {
        return switch (item.type()) {
            case "iovl" -> "overlay-image";
            case "iden" -> "derived-image";
            default -> "image-codec";
        };
    }

    private static FailureException failure(InputFile input, FailureKind kind, String detail) {
        return MediaFailures.of(kind, input.path(), detail).asException();
    }

    /// Whether the file is to be shown as an animation, and holds one.
    private static boolean moves(InputFile input) {
        return input.isSequence() && films(input) > 0;
    }

    private static int films(InputFile input) {
        return (int)
                input.streams().stream()
                        .filter(stream -> stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                        .filter(stream -> stream.nb_frames() > 1)
                        .count();
    }

    private static boolean hasTrack(InputFile input) {
        return !input.streams().stream().allMatch(PrimaryPicture::isItem);
    }

    /// Whether a stream is a picture and not a track, which names a handler and has times.
    public static boolean isItem(AVStream stream) {
        return stream.nb_frames() == 1
                && Metadata.tag(stream, "handler_name").isEmpty()
                && stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
                && stream.time_base().num() == 1
                && stream.time_base().den() == 1;
    }

    /// The stream of the picture `item`; tracks have numbers of their own.
    static Optional<AVStream> stream(InputFile input, int item) {
        return input.streams().stream()
                .filter(stream -> stream.id() == item && isItem(stream))
                .findFirst();
    }

    /// The stream that is named for the picture.
    public int streamIndex() {
        return tiles.tiles().getFirst().streamIndex();
    }

    /// What of the file is not shown.
    public Extras extras(InputFile input) {
        return items.extras(films(input) > 0 ? 1 : 0);
    }
}
