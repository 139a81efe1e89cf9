/// The public Java API, for the program's own commands and for other programs. It hides how workers
/// are started, shared and ended, and never draws, encodes or prints. Start reading at
/// [com.autoclipr.api.Autoclipr].
///
/// A program that validates a project, probes a source, draws a frame and exports:
///
/// ```java
/// import com.autoclipr.api.Autoclipr;
/// import com.autoclipr.api.Settings;
/// import com.autoclipr.export.ExportHandle;
/// import com.autoclipr.export.ExportRequest;
/// import com.autoclipr.export.PreviewSession;
/// import com.autoclipr.time.Rational;
/// import java.nio.file.Path;
///
/// class Example {
///     public static void main(String[] arguments) throws InterruptedException {
///         Path project = Path.of("examples/first-clip.json");
///         try (Autoclipr autoclipr = Autoclipr.open(Settings.fromEnvironment())) {
///             autoclipr
///                     .read(project)
///                     .problems()
///                     .forEach(wrong -> System.err.println(wrong.pointer() + " " + wrong.kind()));
///             System.out.println(autoclipr.probe(Path.of("examples/media/coast.mp4")).video());
///             try (PreviewSession preview = autoclipr.preview()) {
///                 preview.open(project);
///                 preview.draw(Rational.parse("2.5"), Path.of("frame.png"));
///             }
///             ExportRequest request = ExportRequest.of(project, Path.of("clip.mp4"));
///             ExportHandle export = autoclipr.start(request, event -> System.out.println(event));
///             System.out.println(export.await().orThrow().output().sha256());
///         }
///     }
/// }
/// ```
///
/// Native code runs in worker processes, which use the class path of the calling program, so the
/// library has to be in `java.class.path`.
@NullMarked
package com.autoclipr.api;

import org.jspecify.annotations.NullMarked;
