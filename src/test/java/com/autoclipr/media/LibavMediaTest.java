package com.autoclipr.media;

import com.autoclipr.libav.LibavMedia;
import com.autoclipr.testkit.TestFolder;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.testkit.media.WaveFile;
import org.junit.jupiter.api.Tag;

/// FFmpeg.
@Tag("slow")
class LibavMediaTest extends MediaLibraryContract {
    private static final MediaLibrary MEDIA = new LibavMedia();

    @Override
    Source film() {
        return new Source(MEDIA, NumberedVideo.at(RATE.toString(), PICTURES).file());
    }

    @Override
    Source sound() {
        return new Source(
                MEDIA,
                TestFolder.cached(
                        "contract",
                        "wav",
                        "sampleAt, " + SECONDS + " s",
                        file ->
                                WaveFile.write(
                                        file,
                                        AudioSource.SAMPLE_RATE_HZ,
                                        2,
                                        (long) SECONDS * AudioSource.SAMPLE_RATE_HZ,
                                        index -> sampleAt(index) / (double) Short.MAX_VALUE)));
    }

    @Override
    MediaLibrary encoding() {
        return MEDIA;
    }
}
