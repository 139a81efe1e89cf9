package com.autoclipr.architecture.wrong.libav.handles;

/// Named by those who must not.
public final class Beach {}
