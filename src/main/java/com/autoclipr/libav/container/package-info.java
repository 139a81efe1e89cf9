/// Parsers for parts of files that FFmpeg does not read, or reads wrongly: boxes, chunks, segments
/// and tables of MP4, HEIF, RIFF, JPEG, PNG and TIFF. Nothing is decoded here. Start reading at
/// [Box].
@NullMarked
package com.autoclipr.libav.container;

import org.jspecify.annotations.NullMarked;
