package com.autoclipr.endtoend.dumps;

import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.skia.SkiaRuntime;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.child.WorkerLoop;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/// A worker that also records what its encoders are given: frames in [#FRAMES], plane after plane,
/// and audio in [#AUDIO], interleaved floats. The order is that of the output only with one worker.
public final class RecordingWorker {
    /// System property: the folder.
    static final String FOLDER = "recordings";

    static final String FRAMES = "frames.yuv";
    static final String AUDIO = "audio.f32";

    private RecordingWorker() {}

    public static void main(String[] arguments) throws InterruptedException {
        FileOutputStream protocol = new FileOutputStream(FileDescriptor.out);
        System.setOut(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        SkiaRuntime.useFolder(Path.of(System.getProperty(WorkerLaunch.NATIVES)));
        Path folder = Path.of(System.getProperty(FOLDER));
        new WorkerLoop(() -> new RecordedMedia(new LibavMedia(), folder), protocol)
                .run(System.in, () -> Runtime.getRuntime().halt(0));
    }

    private static void append(Path file, byte[]... blocks) {
        try {
            for (byte[] block : blocks) {
                Files.write(file, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record RecordedMedia(MediaLibrary media, Path folder) implements MediaLibrary {
        @Override
        public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
            VideoEncoder encoder = media.openVideoEncoder(encoding);
            return new VideoEncoder() {
                @Override
                public void encode(OutputFrame frame) {
                    append(folder.resolve(FRAMES), frame.luma(), frame.cb(), frame.cr());
                    encoder.encode(frame);
                }

                @Override
                public long encoded() {
                    return encoder.encoded();
                }

                @Override
                public EncodedVideo finish(Runnable onFrame) {
                    return encoder.finish(onFrame);
                }

                @Override
                public void close() {
                    encoder.close();
                }
            };
        }

        @Override
        public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
            AudioEncoder encoder = media.openAudioEncoder(encoding);
            return new AudioEncoder() {
                @Override
                public void encode(float[] left, float[] right, int count) {
                    ByteBuffer block = ByteBuffer.allocate(2 * Float.BYTES * count);
                    for (int i = 0; i < count; i++) {
                        block.putFloat(left[i]).putFloat(right[i]);
                    }
                    append(folder.resolve(AUDIO), block.array());
                    encoder.encode(left, right, count);
                }

                @Override
                public EncodedAudio finish() {
                    return encoder.finish();
                }

                @Override
                public void close() {
                    encoder.close();
                }
            };
        }

        @Override
        public MediaFacts probe(Path file) {
            return media.probe(file);
        }

        @Override
        public PictureSource openPictures(Path file, VideoFacts facts) {
            return media.openPictures(file, facts);
        }

        @Override
        public AudioSource openAudio(Path file, AudioFacts facts, Rational from) {
            return media.openAudio(file, facts, from);
        }

        @Override
        public Muxer openMuxer(Path file, MuxerTracks tracks) {
            return media.openMuxer(file, tracks);
        }

        @Override
        public FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress) {
            return media.inspect(file, frameRate, progress);
        }

        @Override
        public String fingerprint() {
            return media.fingerprint();
        }
    }
}
