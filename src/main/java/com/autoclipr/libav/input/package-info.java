/// An open media file: which containers are opened, its packets and their clock, which of its
/// pictures is the primary one. Nothing is decoded here. Start reading at [InputFile].
@NullMarked
package com.autoclipr.libav.input;

import org.jspecify.annotations.NullMarked;
