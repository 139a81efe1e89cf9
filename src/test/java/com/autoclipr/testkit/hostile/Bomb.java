package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file made to do harm.
///
/// @param name of the file, without a folder
/// @param type of the layer that shows it: `video`, `image`, `audio`, or `font`
/// @param maker writes it
record Bomb(String name, String type, Maker maker) {
    /// Writes the file.
    interface Maker {
        void write(Path file) throws IOException;
    }

    /// All there are.
    static List<Bomb> all() {
        List<Bomb> bombs = new ArrayList<>();
        bombs.addAll(PictureBombs.all());
        bombs.addAll(AnimationBombs.all());
        bombs.addAll(Mp4Bombs.all());
        bombs.addAll(MatroskaBombs.all());
        bombs.addAll(StreamBombs.all());
        bombs.addAll(SoundBombs.all());
        bombs.addAll(FontBombs.all());
        return bombs;
    }
}
