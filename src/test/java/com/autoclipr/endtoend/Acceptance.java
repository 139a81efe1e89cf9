package com.autoclipr.endtoend;

/// How much the acceptance tests try: the usual selection, or everything with
/// `-Dautoclipr.acceptance=full`.
public final class Acceptance {
    /// A small upright output and the fastest encoding, for tests that do not look at details.
    static final String[] SMALL = {"--resolution", "180x320", "--preset", "ultrafast"};

    private Acceptance() {}

    public static boolean full() {
        return System.getProperty("autoclipr.acceptance", "").equals("full");
    }

    /// `SMALL` and more options.
    static String[] small(String... more) {
        String[] all = java.util.Arrays.copyOf(SMALL, SMALL.length + more.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return all;
    }
}
