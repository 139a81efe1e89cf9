package com.autoclipr.composition;

/// How often the pictures of an animation play before it stays on its last one.
public enum Loop {
    /// As often as its file says.
    SOURCE,
    /// For ever.
    FOREVER,
    /// Once.
    ONCE;

    /// How many times an animation plays; 0: forever.
    ///
    /// @param ofFile how many times its file says, likewise
    public int plays(int ofFile) {
        return switch (this) {
            case SOURCE -> ofFile;
            case FOREVER -> 0;
            case ONCE -> 1;
        };
    }
}
