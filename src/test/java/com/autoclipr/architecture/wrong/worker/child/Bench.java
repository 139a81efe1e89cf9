package com.autoclipr.architecture.wrong.worker.child;

/// Named by those who must not.
public final class Bench {}
