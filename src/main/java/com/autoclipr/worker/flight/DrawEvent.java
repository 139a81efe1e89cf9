package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Compositing the frames of a chunk, decoding excluded.
@Name("com.autoclipr.Draw")
@Label("Draw chunk")
public final class DrawEvent extends ChunkEvent {}
