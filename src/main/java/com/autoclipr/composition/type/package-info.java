/// How values of the project file are read, written and described: numbers, lengths, times,
/// colours, choices, keyframes, lists, objects and their properties. It knows no particular object
/// of the format, never opens a file and never throws on bad input. Start reading at
/// [com.autoclipr.composition.type.Property].
@NullMarked
package com.autoclipr.composition.type;

import org.jspecify.annotations.NullMarked;
