package com.autoclipr.composition;

/// How often an animation plays before it holds its last picture.
public enum Loop {
    /// As often as the file says.
    SOURCE,
    /// Forever.
    FOREVER,
    /// Once.
    ONCE;

    /// How many times an animation plays; 0: forever.
    ///
    /// @param ofFile that number in the file
    public int plays(int ofFile) {
        return switch (this) {
            case SOURCE -> ofFile;
            case FOREVER -> 0;
            case ONCE -> 1;
        };
    }
}
