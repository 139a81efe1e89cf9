/// What has to be known before an export begins: the project, the files that it may name, the facts
/// of its sources. It never writes; media files are looked at by workers only. Start reading at
/// [SourceSurvey].
@NullMarked
package com.autoclipr.export.prepare;

import org.jspecify.annotations.NullMarked;
