package com.autoclipr.libav.container;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.MediaFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pictures of a HEIF or AVIF file and what they are to each other, of which FFmpeg exposes
/// less than half.
///
/// @param primary number of the picture that is shown; 0 if the file does not say
/// @param items by number
/// @param alphas by the number of a picture, the number of its transparency
/// @param premultiplied the pictures whose colours are multiplied by their transparency
/// @param damaged whether a part of these descriptions could not be read
public record HeifItems(
        int primary,
        Map<Integer, HeifItem> items,
        Map<Integer, Integer> alphas,
        Set<Integer> premultiplied,
        boolean damaged) {
    /// Where FFmpeg looks for descriptions of pictures, beside the file's own.
    private static final Set<String> PLACES = Set.of("meta", "moov", "trak", "udta");

    private static final int MOST_DEPTH = 4;

    public HeifItems {
        items = Map.copyOf(items);
        alphas = Map.copyOf(alphas);
        premultiplied = Set.copyOf(premultiplied);
    }

    /// Empty if the file has no such pictures.
    ///
    /// @throws com.autoclipr.failure.FailureException FILE_MISSING
    public static Optional<HeifItems> read(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            for (Box box : Box.of(file).children(0)) {
                Optional<HeifItems> items =
                        box.type().equals("meta") ? HeifReading.read(box) : Optional.empty();
                if (items.isPresent()) {
                    return items;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// Whether FFmpeg would never be done with the grids of a file.
    ///
    /// @throws com.autoclipr.failure.FailureException FILE_MISSING
    public static boolean endless(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            return endless(Box.of(file), 0);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static RuntimeException unreadable(Path path, IOException e) {
        return MediaFailures.of(FailureKind.FILE_MISSING, path, String.valueOf(e.getMessage()))
                .asException();
    }

    private static boolean endless(Box place, int depth) throws IOException {
        List<Box> boxes = HeifReading.boxes(place);
        Optional<HeifItems> items = HeifReading.read(place, boxes);
        if (items.isPresent()
                && (items.get().endless()
                        || (items.get().damaged && HeifReading.mentionsGrid(place)))) {
            return true;
        }
        if (depth < MOST_DEPTH) {
            for (Box box : boxes) {
                if (PLACES.contains(box.type()) && endless(box, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a grid is made of tiles of no size, which FFmpeg goes on laying indefinitely.
    private boolean endless() {
        return items.values().stream()
                .filter(HeifItem::tiled)
                .flatMap(item -> item.parts().stream())
                .anyMatch(part -> !items.containsKey(part) || !items.get(part).sized());
    }

    /// The picture that is shown.
    public Optional<HeifItem> shown() {
        return Optional.ofNullable(items.get(primary));
    }

    /// The transparency of the picture `item`.
    public Optional<HeifItem> alphaOf(int item) {
        return Optional.ofNullable(alphas.get(item)).map(items::get);
    }

    public boolean isPremultiplied(int item) {
        return premultiplied.contains(item);
    }

    /// What beside the picture that is shown could be seen.
    ///
    /// @param films how many films the file holds
    public Extras extras(int films) {
        Set<Integer> parts = new HashSet<>();
        for (HeifItem item : items.values()) {
            if (!item.type().equals("tmap")) {
                parts.addAll(item.parts());
            }
        }
        Set<Extra> kinds = EnumSet.noneOf(Extra.class);
        int count = films;
        if (films > 0) {
            kinds.add(Extra.VIDEO);
        }
        for (HeifItem item : items.values()) {
            boolean used = item.id() == primary || item.alpha() || parts.contains(item.id());
            Optional<Extra> extra = used ? Optional.empty() : item.extra();
            if (extra.isPresent()) {
                kinds.add(extra.get());
                count++;
            }
        }
        return new Extras(count, kinds);
    }
}
