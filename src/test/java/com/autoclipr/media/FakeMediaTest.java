package com.autoclipr.media;

import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.testkit.media.BarCode;
import com.autoclipr.testkit.media.FakeMedia;
import com.autoclipr.testkit.media.PaintedMedia;
import java.util.Arrays;

/// The libraries that the tests of rendering and mixing use.
class FakeMediaTest extends MediaLibraryContract {
    @Override
    Source film() {
        PaintedMedia media =
                new PaintedMedia().with("film", RATE, PICTURES, n -> numbered((int) n));
        return new Source(media, media.sources().get("film").path());
    }

    private static Picture numbered(int number) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        byte[] chroma = new byte[WIDTH * HEIGHT / 4];
        BarCode.draw(luma, WIDTH, HEIGHT, number);
        Arrays.fill(chroma, (byte) 128);
        Plane flat = Plane.ofBytes(chroma, WIDTH / 2, HEIGHT / 2, WIDTH / 2);
        return new YuvPicture(
                Plane.ofBytes(luma, WIDTH, HEIGHT, WIDTH),
                flat,
                flat,
                0,
                0.5,
                2,
                2,
                ColourFacts.Matrix.BT709,
                false);
    }

    @Override
    Source sound() {
        FakeMedia media = new FakeMedia();
        SourceFile file = media.source("tone", SECONDS, index -> sampleAt(index) / 32_768f);
        return new Source(media, file.path());
    }

    @Override
    MediaLibrary encoding() {
        return new FakeMedia();
    }
}
