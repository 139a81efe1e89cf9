package com.autoclipr.testkit.reading;

/// How two readings of a file can differ.
public enum DifferenceKind {
    /// The program reads it, this engine refuses it.
    REFUSED,
    /// One reading has pictures, the other has none.
    PICTURES_MISSING,
    /// One reading has sound, the other has none.
    SOUND_MISSING,
    /// Another number of pictures is shown.
    PICTURE_COUNT,
    /// A picture begins at another time.
    PICTURE_TIME,
    /// A picture looks different.
    PICTURE_CONTENT,
    /// The first picture of a film has other colours.
    PICTURE_COLOUR,
    /// A picture has another size or shape.
    PICTURE_SIZE,
    /// The last picture ends at another time.
    PICTURE_END,
    /// At the source's own frame rate a picture is left out or shown twice.
    PICTURE_RATE,
    /// Several streams could have been used, and another one is.
    STREAM,
    /// Sound begins at another time, seen from the pictures.
    SOUND_START,
    /// Sound ends at another time.
    SOUND_END,
    /// Sound is louder or softer for a while, or missing.
    SOUND_LEVEL,
    /// Sound is early or late.
    SOUND_SHIFT,
    /// There are silent moments where there should be none.
    SOUND_HOLE,
    /// The file has no sound for a while, and silence fills it.
    SOUND_GAP,
    /// The file has two pieces of sound for the same time.
    SOUND_OVERLAP,
    /// What one channel has is not heard.
    CHANNEL_UNHEARD,
    /// A still picture for one, a moving one for the other.
    STILL,
    /// A still picture has other colours.
    STILL_COLOUR,
    /// A still picture is one flat colour where it should not be.
    STILL_FLAT
}
