/// Preparation of an export: the project, the files that it may name, the facts of its sources. It
/// never writes; only workers open media files. Start reading at [SourceSurvey].
@NullMarked
package com.autoclipr.export.prepare;

import org.jspecify.annotations.NullMarked;
