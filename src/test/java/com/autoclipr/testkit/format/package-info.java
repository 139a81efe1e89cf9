/// What follows from the declarations of the format: its JSON Schema and the tables of its
/// documentation. It never reads a project. Start reading at
/// [com.autoclipr.testkit.format.WriteFormat].
@NullMarked
package com.autoclipr.testkit.format;

import org.jspecify.annotations.NullMarked;
