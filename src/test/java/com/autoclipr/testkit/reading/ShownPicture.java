package com.autoclipr.testkit.reading;

import com.autoclipr.time.Rational;

/// One picture of a source, from when it is shown.
///
/// @param after a time at which it was not yet shown; the same as `begin` where that is exact
/// @param begin source time, seconds
/// @param width pixels of the upright picture
/// @param height pixels of the upright picture
record ShownPicture(Rational after, Rational begin, int width, int height, GridPrint print) {}
