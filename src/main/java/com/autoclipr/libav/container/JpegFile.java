package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The pictures of a file that begins as a JPEG, found by its markers (ITU-T T.81, annex B) without
/// decoding. See `docs/decisions/0015-further-pictures.md` for the rule.
///
/// @param pictures in the order of the file, at least one; of a film only the first
/// @param film whether the file is a film, each of its pictures a JPEG
/// @param attached what the first picture says of the pictures behind it
/// @param rest where what lies behind the last of the pictures begins
record JpegFile(List<JpegPicture> pictures, boolean film, Set<Extra> attached, long rest) {
    /// Fewer equal pictures one behind the other are photos.
    private static final int LEAST_OF_FILM = 3;

    private static final int MOST_PICTURES = 64;

    /// Writers fill up to the next sector.
    private static final int MOST_PADDING = 4096;

    private static final int SOI = 0xd8;

    JpegFile {
        pictures = List.copyOf(pictures);
    }

    /// Whether a file begins as a JPEG does.
    static boolean isJpeg(FileBytes file) throws IOException {
        return file.startsWith(0, "\u00ff\u00d8\u00ff");
    }

    static JpegFile read(FileChannel channel) throws IOException {
        FileBytes file = new FileBytes(channel);
        List<JpegPicture> pictures = new ArrayList<>();
        JpegPicture first = JpegPicture.read(file, 0);
        pictures.add(first);
        long rest = first.end();
        for (long at = next(file, rest); at >= 0; at = next(file, rest)) {
            JpegPicture picture = JpegPicture.read(file, at);
            pictures.add(picture);
            rest = picture.end();
            if (isFilm(pictures)) {
                return new JpegFile(List.of(first), true, first.extras(), rest);
            }
            if (pictures.size() == MOST_PICTURES) {
                break;
            }
        }
        return new JpegFile(pictures, false, first.extras(), rest);
    }

    /// Pictures that belong to a photo are marked as such in it, or are of another size; a film's
    /// are alike.
    private static boolean isFilm(List<JpegPicture> pictures) {
        JpegPicture first = pictures.getFirst();
        return pictures.size() >= LEAST_OF_FILM
                && first.extras().isEmpty()
                && pictures.stream().allMatch(first::isAlike);
    }

    /// Where the next picture begins, with no more than padding before it; -1 if there is none.
    private static long next(FileBytes file, long from) throws IOException {
        for (long at = from; at < from + MOST_PADDING; at++) {
            int value = file.at(at);
            if (value == 0xff && file.at(at + 1) == SOI && file.at(at + 2) == 0xff) {
                return at;
            }
            if (value != 0 && value != 0xff) {
                return -1;
            }
        }
        return -1;
    }

    /// What of the file is not shown: pictures that say what they are, a film, or just pictures.
    Extras unused(FileChannel channel) throws IOException {
        Set<Extra> kinds = EnumSet.noneOf(Extra.class);
        int count = pictures.size() - 1;
        for (JpegPicture further : pictures.subList(1, pictures.size())) {
            Set<Extra> own = EnumSet.copyOf(further.extras());
            own.addAll(own.isEmpty() ? attached : Set.of());
            own.removeAll(EnumSet.of(Extra.VIDEO, Extra.IMAGES));
            kinds.addAll(own.isEmpty() ? Set.of(Extra.IMAGES) : own);
        }
        if (holdsMovie(new FileBytes(channel))) {
            kinds.add(Extra.VIDEO);
            count++;
        }
        return new Extras(count, kinds);
    }

    /// Whether an MP4 begins behind the pictures, or not far from there.
    private boolean holdsMovie(FileBytes file) throws IOException {
        long end = Math.min(file.size(), rest + MOST_PADDING);
        for (long at = file.find(rest, 'f'); at < end; at = file.find(at + 1, 'f')) {
            if (file.startsWith(at, "ftyp")) {
                return true;
            }
        }
        return false;
    }
}
