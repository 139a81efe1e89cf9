package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Putting a chunk's frames together from layers, decoding excluded.
@Name("com.autoclipr.Draw")
@Label("Draw chunk")
public final class DrawEvent extends ChunkEvent {}
